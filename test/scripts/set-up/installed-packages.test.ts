import { join } from "node:path";
import { expect, test } from "vitest";
import {
  countInstalled,
  countPythonPackages,
  lockedPaths,
} from "../../../scripts/set-up/installed-packages.mjs";
import { scratchFolder } from "../scratch-course.js";

test("packages for every system count, links and optional packages do not", () => {
  const packages = {
    "": {},
    src: {},
    "node_modules/reelbook": { link: true },
    "node_modules/any": {},
    "node_modules/other": { dev: true },
    "node_modules/for-macos": { optional: true, os: ["darwin"] },
    "node_modules/any/node_modules/inner": {},
  };
  const folder = scratchFolder({
    "package-lock.json": JSON.stringify({ packages }),
    "node_modules/any/package.json": "{}",
    "node_modules/other/unfinished": "",
  });
  const paths = lockedPaths(join(folder, "package-lock.json"));
  expect(paths).toEqual(["node_modules/any", "node_modules/other", "node_modules/any/node_modules/inner"]);
  expect(countInstalled(folder, paths)).toBe(1);
});

test("Python packages count where Linux, macOS and Windows put them", () => {
  const folder = scratchFolder({
    "posix/lib/python3.12/site-packages/plotly-7.1.0.dist-info/METADATA": "",
    "posix/lib/python3.12/site-packages/plotly/__init__.py": "",
    "windows/Lib/site-packages/plotly-7.1.0.dist-info/METADATA": "",
  });
  expect(countPythonPackages(join(folder, "posix"))).toBe(1);
  expect(countPythonPackages(join(folder, "windows"))).toBe(1);
  expect(countPythonPackages(join(folder, "none"))).toBe(0);
});
