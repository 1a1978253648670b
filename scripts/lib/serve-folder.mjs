import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * @typedef {object} FolderServer
 * @property {string} address of the folder, with a slash at its end
 * @property {() => Promise<void>} end
 */

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ipynb": "application/json",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * Serves the files of a folder on this machine, as the simplest file servers do.
 *
 * @param {string} folder
 * @param {object} [options]
 * @param {string} [options.path] that addresses begin with, such as "/courses/reelbook/"
 * @param {number} [options.port] 0 for any free one
 * @param {boolean} [options.compressed] with gzip, as GitHub Pages does
 * @param {(bytes: Buffer) => void} [options.onServed] gets the content of each file that was served
 * @returns {Promise<FolderServer>}
 */
export async function serveFolder(folder, { path = "/", port = 0, compressed = false, onServed } = {}) {
  const server = createServer(async ({ url = "" }, response) => {
    const name = fileName(url, path);
    const bytes = name === undefined ? undefined : await readFile(join(folder, name)).catch(() => undefined);
    if (name === undefined || bytes === undefined) return void response.writeHead(404).end();
    onServed?.(bytes);
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    const sent = compressed ? gzipSync(bytes) : bytes;
    const encoding = compressed ? { "content-encoding": "gzip" } : {};
    response.writeHead(200, { "content-type": type, "content-length": sent.length, ...encoding }).end(sent);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${taken}${path}`,
    async end() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/**
 * The file that is asked for, undefined for an address outside the path. `URL` takes ".." out.
 *
 * @param {string} url
 * @param {string} path
 */
function fileName(url, path) {
  try {
    const asked = decodeURIComponent(new URL(url, "http://localhost").pathname);
    if (!asked.startsWith(path) || asked.split(/[/\\]/).includes("..")) return undefined;
    return asked.slice(path.length) + (asked.endsWith("/") ? "index.html" : "");
  } catch {
    return undefined;
  }
}
