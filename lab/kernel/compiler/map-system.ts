import * as ts from "@tslab/typescript-for-tslab";

/** Where files are that the Map does not have: on a disk while the site is built, else nowhere. */
export interface Disk {
  read(path: string): string | undefined;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  folders(path: string): readonly string[];
}

const NOWHERE: Disk = {
  read: () => undefined,
  isFile: () => false,
  isFolder: () => false,
  folders: () => [],
};

/** The folder of the notebooks, as the compiler sees it. */
export const NOTEBOOKS = "/course/notebooks";

const files = new Map<string, string>();
const folders = new Set<string>(["/", "/course", NOTEBOOKS]);
let disk = NOWHERE;

/** Adds files for the compiler, by path. */
export function addFiles(added: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(added)) {
    files.set(path, text);
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      folders.add(path.slice(0, end));
    }
  }
}

export function useDisk(found: Disk): void {
  disk = found;
}

/** The names of the folders in a folder. */
function foldersIn(path: string): string[] {
  const start = path.endsWith("/") ? path : `${path}/`;
  const inside = [...folders].filter((folder) => folder.startsWith(start));
  const names = inside.map((folder) => folder.slice(start.length).split("/")[0] ?? "");
  return [...new Set([...names, ...disk.folders(path)])];
}

/**
 * The system that the compiler of tslab runs on. tslab's converter reads `ts.sys` when it is
 * loaded, so this file is imported before it.
 */
(ts as unknown as { setSys(system: object): void }).setSys({
  args: [],
  newLine: "\n",
  useCaseSensitiveFileNames: true,
  write: () => {},
  writeFile: () => {},
  exit: () => {},
  getCurrentDirectory: () => NOTEBOOKS,
  getExecutingFilePath: () => "/lib/typescript.js",
  resolvePath: (path: string) => path,
  readFile: (path: string) => files.get(path) ?? disk.read(path),
  fileExists: (path: string) => files.has(path) || disk.isFile(path),
  directoryExists: (path: string) => folders.has(path) || disk.isFolder(path),
  getDirectories: foldersIn,
  readDirectory: () => [],
  watchFile: () => ({ close: () => {} }),
  watchDirectory: () => ({ close: () => {} }),
});
