import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** A server of a folder's files without compression, as the simplest file servers are. */
export interface FolderServer {
  /** The address of the folder, with a slash at its end. */
  readonly address: string;
  end(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves a folder on a free port, under a path such as "/courses/reelbook/". */
export async function serveFolder(folder: string, path = "/"): Promise<FolderServer> {
  const server = createServer(async ({ url = "" }, response) => {
    const asked = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const name = asked.slice(path.length) + (asked.endsWith("/") ? "index.html" : "");
    const bytes = asked.startsWith(path) && (await readFile(join(folder, name)).catch(() => undefined));
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, bytes ? { "content-type": type } : {}).end(bytes || "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    async end() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
