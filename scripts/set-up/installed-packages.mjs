import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The paths of the packages of a lock file, without optional ones, which depend on the system.
 *
 * @param {string} lockFile
 * @returns {string[]} as "node_modules/vitest"
 */
export function lockedPaths(lockFile) {
  const { packages = {} } = JSON.parse(readFileSync(lockFile, "utf8"));
  return Object.entries(packages).flatMap(([path, { link, optional }]) =>
    path.includes("node_modules/") && !link && !optional ? [path] : [],
  );
}

/** Number of these packages that are installed. @param {string} root @param {string[]} paths */
export function countInstalled(root, paths) {
  return paths.filter((path) => existsSync(join(root, path, "package.json"))).length;
}

/** Number of packages in a Python environment. @param {string} venv */
export function countPythonPackages(venv) {
  const libraries = [join(venv, "Lib"), ...list(join(venv, "lib")).map((name) => join(venv, "lib", name))];
  const names = new Set(libraries.flatMap((library) => list(join(library, "site-packages"))));
  return [...names].filter((name) => name.endsWith(".dist-info")).length;
}

/** @param {string} folder */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
