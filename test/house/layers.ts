import { posix } from "node:path";
import { type Import, type Needs, needsOf } from "./imports.js";
import { ENTRY_POINTS, FAMILIES, LAYERS, MAX_FILES, OPTIONAL_PACKAGES } from "./layout.js";
import type { SourceTree } from "./source-tree.js";

const ONLY_IN_NODE = ["process", "Buffer", "require", "__dirname", "__filename", "NodeJS"];

/**
 * What breaks the layers and families of `layout.ts` in a tree of sources: a sentence for each,
 * with file and import.
 *
 * @param packages the dependencies that the library may import
 */
export function brokenLayers(tree: SourceTree, packages: readonly string[] = []): string[] {
  const files = new Map(Object.entries(tree).map(([path, text]) => [path, needsOf(text)]));
  const broken = [...files].flatMap(([path, needs]) => [
    ...brokenPlace(path, needs),
    ...brokenHost(path, needs),
    ...needs.imports.flatMap((each) => brokenImport(path, each, files, packages)),
  ]);
  const imports = fileGraph(files);
  return [
    ...broken,
    ...fullFolders([...files.keys()]),
    ...new Set([imports, groupedGraph(imports, folderOf), groupedGraph(imports, familyOf)].flatMap(cycles)),
  ];
}

/** The pairs of families of a folder of which one imports the other: "factors → contract". */
export function familyArrows(tree: SourceTree, folder: string): string[] {
  const files = new Map(Object.entries(tree).map(([path, text]) => [path, needsOf(text)]));
  const inside = ([path]: [string, unknown]) => folderOf(path) === folder;
  const graph = groupedGraph(new Map([...fileGraph(files)].filter(inside)), familyOf);
  return [...graph].flatMap(([from, targets]) =>
    [...targets].filter((target) => folderOf(target) === folder).map((target) => `${from} → ${target}`),
  );
}

function brokenPlace(path: string, { isEntryPoint }: Needs): string[] {
  if (ENTRY_POINTS.includes(path)) return isEntryPoint ? [] : [`${path}: an entry point only re-exports`];
  const folder = folderOf(path);
  if (folder === ".") return [`${path}: only ${ENTRY_POINTS.join(" and ")} are outside of a folder`];
  if (levelOf(path) < 0) return [`${path}: the folder ${folder} has no layer; name it in layout.ts`];
  if (familyLevelOf(path) >= 0) return [];
  return [`${path}: ${folder} has no family ${familyOf(path)}; name it in layout.ts`];
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
  const isEntryPoint = ENTRY_POINTS.includes(path);
  if (!from.endsWith(".js") || !files.has(target)) yield "there is no such file; name it with .js at its end";
  if (form !== "named" && !(isEntryPoint && form === "everything")) yield `${form}, not named`;
  if (isEntryPoint) return;
  if (ENTRY_POINTS.includes(target)) yield "no file of src imports an entry point";
  if (levelOf(path) < levelOf(target)) yield "upwards";
  if (folderOf(path) === folderOf(target) && familyLevelOf(path) < familyLevelOf(target)) {
    yield "upwards among the families";
  }
  if (folderOf(path) === "kernels" && !["kernels", "math", "sparse"].includes(folderOf(target))) {
    yield "kernels import only math and sparse";
  }
}

/** An import from Node or from a package. */
function* brokenPackage(path: string, { from, form, isTypeOnly }: Import, packages: readonly string[]) {
  if (folderOf(path) === "kernels") yield "kernels import only math and sparse";
  if (path === OPTIONAL_PACKAGES && form === "lazy") return;
  if (from === "tslab") {
    if (!isHost(path) || form !== "lazy") yield "tslab is only required lazily, by its host";
  } else if (from === "@duckdb/node-api") {
    if (folderOf(path) !== "duckdb" || form !== "lazy") yield "DuckDB is only required lazily, by duckdb/";
  } else if (from.startsWith("node:")) {
    if (!knowsNode(path)) yield "only node/, duckdb/ and the hosts of notebook/ may use Node";
  } else if (!packages.includes(from) && !(isTypeOnly && packages.includes(`@types/${from}`))) {
    yield "src/package.json does not list it";
  }
  if (form !== "named" && form !== "lazy") yield `${form}, not named`;
}

function fullFolders(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MAX_FILES)
    .map(([folder, count]) => `${folder} holds ${count} files; divide it, ${MAX_FILES} are the most`);
}

/** The cycles in a graph, each from its first name in alphabetical order. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      const cycle = path.slice(start);
      const first = cycle.indexOf([...cycle].sort()[0] ?? "");
      const rotated = [...cycle.slice(first), ...cycle.slice(0, first)];
      found.add(`a cycle of imports: ${[...rotated, rotated[0]].join(" → ")}`);
      return;
    }
    if (done.has(name)) return;
    for (const next of graph.get(name) ?? []) walk(next, [...path, name]);
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

/** The imports between groups of files, such as folders; those inside a group are left out. */
function groupedGraph(
  files: ReadonlyMap<string, ReadonlySet<string>>,
  groupOf: (path: string) => string,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [path, targets] of files) {
    const group = groupOf(path);
    const others = [...targets].map(groupOf).filter((other) => other !== group);
    groups.set(group, new Set([...(groups.get(group) ?? []), ...others]));
  }
  return groups;
}

function targetOf(path: string, from: string): string {
  return posix.join(posix.dirname(path), from).replace(/\.js$/, ".ts");
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : ".";
}

/** The folder, with its sub-folder if it has families: "models/factors". */
function familyOf(path: string): string {
  const [folder = "", family = ""] = path.split("/");
  return path.split("/").length > 2 ? `${folder}/${family}` : folderOf(path);
}

function levelOf(path: string): number {
  return LAYERS.findIndex((folders) => folders.includes(folderOf(path)));
}

/** The level of a file's family in its folder; 0 in a folder without families, -1 for no family. */
function familyLevelOf(path: string): number {
  const families = FAMILIES[folderOf(path)] ?? [["."]];
  const [, family = ""] = path.split("/").length > 2 ? path.split("/") : ["", "."];
  return families.findIndex((level) => level.includes(family));
}

function isHost(path: string): boolean {
  return /^notebook\/hosts\/[\w-]+-host\.ts$/.test(path);
}

function knowsNode(path: string): boolean {
  return isHost(path) || ["duckdb", "node"].includes(folderOf(path));
}
