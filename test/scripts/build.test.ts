// @module-tag slow
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, runNode, scratchCourse } from "./scratch-course.js";

function smallCourse() {
  const course = scratchCourse({
    "src/index.ts": 'export { twice } from "./twice.js";\n',
    "src/browser.ts": 'export { twice } from "./twice.js";\n',
    "src/duckdb.ts": 'export { twice } from "./twice.js";\n',
    "src/web.ts": 'export { twice } from "./twice.js";\n',
    "src/wasm.ts": 'export { twice } from "./twice.js";\n',
    "src/reference.ts": 'export { twice } from "./reference/twice.js";\n',
    "src/reference/twice.ts": "export function twice(x: number): number {\n  return x + x;\n}\n",
    "src/twice.ts": "export const twice = (x: number): number => 2 * x;\n",
    LICENSE: "MIT",
    "CHANGELOG.md": "# Changes",
    "tsconfig.json": readFileSync(join(root, "tsconfig.json"), "utf8"),
    "tsconfig.build.json": readFileSync(join(root, "tsconfig.build.json"), "utf8"),
  });
  symlinkSync(join(root, "node_modules"), join(course, "node_modules"), "junction");
  const build = () => runNode(course, ["scripts/build.mjs"]);
  const twice = () => runNode(course, ["-p", 'require("./src/dist/index.cjs").twice(21)']).printed.trim();
  const write = (code: string) => writeFileSync(join(course, "src/twice.ts"), code);
  return { course, build, twice, write };
}

test("the library is built for Node and browsers, with declarations and its licence", () => {
  const { course, build, twice } = smallCourse();
  expect(build()).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^Built the library in \d\.\d s\.\n$/),
  });
  expect(twice()).toBe("42");
  const texts = ["LICENSE", "CHANGELOG.md"];
  for (const made of ["dist/index.mjs", "dist/browser/browser.js", "dist/types/twice.d.ts", ...texts]) {
    expect(readFileSync(join(course, "src", made), "utf8")).not.toBe("");
  }
});

test.skipIf(process.platform === "win32")("all users of the machine can load the library", () => {
  const { course, build } = smallCourse();
  build();
  expect(statSync(join(course, "src/dist")).mode & 0o777).toBe(0o755);
});

test.skipIf(!process.getuid || process.getuid() === 0)(
  "a folder that may not be written is a sentence",
  () => {
    const { course, build } = smallCourse();
    chmodSync(join(course, "src"), 0o555);
    const { code, printed } = build();
    chmodSync(join(course, "src"), 0o755);
    expect(code).toBe(1);
    expect(printed).toMatch(
      /^.*src.*may not be written \(EACCES\); change that, or copy the course to a folder/,
    );
  },
);

test("a build that fails says why and leaves the last good one", () => {
  const { build, twice, write } = smallCourse();
  build();
  write('export const twice = (x: number): number => "2" * x;\n');
  const typesAreWrong = build();
  expect(typesAreWrong.code).toBe(1);
  expect(typesAreWrong.printed).toMatch(/src.twice\.ts.*error TS2362/s);
  expect(typesAreWrong.printed).toMatch(/The build failed; correct the type errors above\.\n$/);
  expect(twice()).toBe("42");
});

test("the browser's bundle fails where anything below it imports from Node", () => {
  const { build, write } = smallCourse();
  write('import { cpus } from "node:os";\nexport const twice = (x: number): number => cpus().length * x;\n');
  const { code, printed } = build();
  expect(code).toBe(1);
  expect(printed).toContain('Could not resolve "node:os"');
});
