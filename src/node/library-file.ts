import { pathToFileURL } from "node:url";

/** The address of the built file that this code is in; undefined where it runs from its sources. */
export function libraryFile(): string | undefined {
  const url = typeof __filename === "undefined" ? import.meta.url : pathToFileURL(__filename).href;
  return url.endsWith(".ts") ? undefined : url;
}
