import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ipynb": "application/json",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/**
 * A plain file server on this machine.
 *
 * @param {string} folder
 * @param {{ port: number, base?: string }} options `base`: the path of the folder, such as "/course/"
 * @returns {import("node:http").Server}
 */
export function serve(folder, { port, base = "/" }) {
  const server = createServer(({ url = "/", method }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = fileOf(folder, base, pathname);
    if (!file || (method !== "GET" && method !== "HEAD")) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "cache-control": "no-cache",
    });
    if (method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  return server.listen(port, "127.0.0.1");
}

/** @param {string} folder @param {string} base @param {string} pathname */
function fileOf(folder, base, pathname) {
  if (!pathname.startsWith(base)) return undefined;
  const path = normalize(join(folder, decoded(pathname.slice(base.length))));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const file = isFolder(path) ? join(path, "index.html") : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string} path */
function isFolder(path) {
  return Boolean(statSync(path, { throwIfNoEntry: false })?.isDirectory());
}
