import type { Files } from "../../src/web/files.js";

/** Files in memory, with the course's folder for notebooks. */
export function memoryFiles(content: Record<string, string | Uint8Array>, folder = "notebooks"): Files {
  const files = new Map(
    Object.entries(content).map(([path, text]) => [
      path,
      typeof text === "string" ? new TextEncoder().encode(text) : text,
    ]),
  );
  return {
    folder,
    read: async (path) => files.get(path),
    async list(inside) {
      const start = inside === "" ? "" : `${inside}/`;
      const below = [...files.keys()].filter((path) => path.startsWith(start));
      const names = new Set(below.map((path) => path.slice(start.length).split("/")[0]!));
      return names.size > 0 ? [...names] : undefined;
    },
    async write(path, bytes) {
      files.set(path, bytes);
    },
  };
}
