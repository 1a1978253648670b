import type { Files } from "./files.js";

/**
 * Files below an address. A web server does not list its files, so their paths are given, too.
 *
 * @example
 * fetchedFiles("https://example.org/course/", ["data/tiny/movies.csv", "data/tiny/ratings.csv"]);
 */
export function fetchedFiles(address: string, paths: readonly string[]): Files {
  const base = address.endsWith("/") ? address : `${address}/`;
  return {
    folder: "",
    async read(path) {
      if (!paths.includes(path)) return undefined;
      const url = base + path.split("/").map(encodeURIComponent).join("/");
      const response = await fetch(url);
      if (!response.ok)
        throw new Error(`${url} cannot be fetched (${response.status}); load the page again.`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async list(folder) {
      const start = folder === "" ? "" : `${folder}/`;
      const inside = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
      const names = new Set(inside.map((path) => path.split("/")[0] ?? ""));
      return names.size > 0 ? [...names] : undefined;
    },
    async write(path) {
      throw new Error(
        `${path} cannot be written: these files come from a web server. Use other files with useFiles.`,
      );
    },
  };
}
