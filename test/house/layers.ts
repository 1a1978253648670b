import { posix } from "node:path";
import { type Import, type Needs, needsOf } from "./imports.js";
import type { SourceTree } from "./source-tree.js";

/** The folders of src/ from the bottom up; those on one level may import each other, but not in a circle. */
const LEVELS = [
  ["math"],
  ["ratings"],
  ["kernels", "reference"],
  ["models"],
  ["evaluation"],
  ["charts", "datasets"],
  ["notebook", "node"],
];
const DOORS = ["index.ts", "browser.ts"];
const ONLY_IN_NODE = ["process", "Buffer", "require", "__dirname", "__filename", "NodeJS"];

/**
 * What in a tree of sources goes against the layers of DESIGN.md, a sentence for each, with file and import.
 *
 * @param packages the dependencies that the library may import
 */
export function brokenLayers(tree: SourceTree, packages: readonly string[] = []): string[] {
  const files = new Map(Object.entries(tree).map(([path, text]) => [path, needsOf(text)]));
  const broken = [...files].flatMap(([path, needs]) => [
    ...brokenDoor(path, needs),
    ...brokenHost(path, needs),
    ...needs.imports.flatMap((each) => brokenImport(path, each, files, packages)),
  ]);
  return [...broken, ...cycles(fileGraph(files)), ...cycles(folderGraph(files))];
}

function brokenDoor(path: string, { isDoor }: Needs): string[] {
  if (DOORS.includes(path)) return isDoor ? [] : [`${path}: a door only re-exports`];
  return folderOf(path) === "." ? [`${path}: only ${DOORS.join(" and ")} stand outside of a folder`] : [];
}

function brokenHost(path: string, { names }: Needs): string[] {
  const used = knowsNode(path) ? [] : ONLY_IN_NODE.filter((name) => names.has(name));
  return used.map((name) => `${path} uses ${name}, which only Node has`);
}

function brokenImport(
  path: string,
  each: Import,
  files: ReadonlyMap<string, Needs>,
  packages: readonly string[],
): string[] {
  const isOwn = each.from.startsWith(".");
  const broken = isOwn ? brokenOwn(path, each, files) : brokenPackage(path, each, packages);
  return Array.from(broken, (what) => `${path} imports "${each.from}": ${what}`);
}

/** An import of one of our own files. */
function* brokenOwn(path: string, { from, form }: Import, files: ReadonlyMap<string, Needs>) {
  const target = targetOf(path, from);
  const isDoor = DOORS.includes(path);
  if (!from.endsWith(".js") || !files.has(target)) yield "there is no such file; name it with .js at its end";
  if (form !== "named" && !(isDoor && form === "everything")) yield `${form}, not named`;
  if (isDoor) return;
  if (DOORS.includes(target)) yield "nobody inside goes through a door";
  if (levelOf(path) < 0) yield `the folder ${folderOf(path)} has no layer`;
  if (levelOf(path) < levelOf(target)) yield "upwards";
  if (folderOf(path) === "kernels" && !["kernels", "math"].includes(folderOf(target))) {
    yield "kernels know nothing but math";
  }
}

/** An import of Node's or of somebody else's. */
function* brokenPackage(path: string, { from, form, isTypeOnly }: Import, packages: readonly string[]) {
  if (folderOf(path) === "kernels") yield "kernels know nothing but math";
  if (from === "tslab") {
    if (!isHost(path) || form !== "lazy") yield "tslab is only required lazily, by its host";
  } else if (from.startsWith("node:")) {
    if (!knowsNode(path)) yield "only node/ and the hosts of notebook/ know Node";
  } else if (!packages.includes(from) && !(isTypeOnly && packages.includes(`@types/${from}`))) {
    yield "src/package.json does not list it";
  }
  if (form !== "named" && form !== "lazy") yield `${form}, not named`;
}

/** The circles in a graph, each from its first name by the alphabet. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): void => {
    const start = way.indexOf(name);
    if (start >= 0) {
      const circle = way.slice(start);
      const first = circle.indexOf([...circle].sort()[0]!);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add(`a circle of imports: ${[...turned, turned[0]].join(" → ")}`);
      return;
    }
    if (done.has(name)) return;
    for (const next of graph.get(name) ?? []) walk(next, [...way, name]);
    done.add(name);
  };
  for (const name of graph.keys()) walk(name, []);
  return [...found];
}

function fileGraph(files: ReadonlyMap<string, Needs>): Map<string, Set<string>> {
  const targets = (path: string, { imports }: Needs) =>
    imports.filter(({ from }) => from.startsWith(".")).map(({ from }) => targetOf(path, from));
  return new Map([...files].map(([path, needs]) => [path, new Set(targets(path, needs))]));
}

function folderGraph(files: ReadonlyMap<string, Needs>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const [path, targets] of fileGraph(files)) {
    const folder = folderOf(path);
    const others = [...targets].map(folderOf).filter((other) => other !== folder);
    folders.set(folder, new Set([...(folders.get(folder) ?? []), ...others]));
  }
  return folders;
}

function targetOf(path: string, from: string): string {
  return posix.join(posix.dirname(path), from).replace(/\.js$/, ".ts");
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : ".";
}

function levelOf(path: string): number {
  return LEVELS.findIndex((folders) => folders.includes(folderOf(path)));
}

function isHost(path: string): boolean {
  return /^notebook\/[\w-]+-host\.ts$/.test(path);
}

function knowsNode(path: string): boolean {
  return isHost(path) || folderOf(path) === "node";
}
