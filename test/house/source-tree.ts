import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { root } from "../../scripts/lib/places.mjs";

/** Texts of source files by their path in src/, with slashes: "models/model.ts". */
export type SourceTree = Readonly<Record<string, string>>;

/** All TypeScript in src/; the kernels in AssemblyScript are none. */
export function sourceTree(): SourceTree {
  const paths = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => path.endsWith(".ts") && !/^\.?dist|^node_modules|^kernels\/wasm\/assembly/.test(path));
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(root, "src", path), "utf8")]),
  );
}
