/** Whether the page is JupyterLite, which anyone may open by a link. */
export function isLite(): boolean {
  return document.getElementById("jupyter-config-data")?.dataset.jupyterLiteRoot !== undefined;
}

/** The line itself in Lab; in JupyterLite a link that opens the notebook with these values. */
export function copyable(line: string, path: string): string {
  if (!isLite()) return line;
  const link = new URL(location.href);
  link.search = "";
  link.hash = "";
  link.searchParams.set("path", path);
  link.searchParams.set("values", line);
  return link.href;
}

/** The values in the address of the page and the notebook that they are for. */
export function valuesInAddress(): { readonly line: string; readonly path: string } | undefined {
  const { searchParams, pathname } = new URL(location.href);
  const line = searchParams.get("values");
  if (line === null) return undefined;
  const [, path = ""] = /\/(?:tree|notebooks)\/(.+)$/.exec(pathname) ?? [];
  return { line, path: searchParams.get("path") ?? decodeURIComponent(path) };
}
