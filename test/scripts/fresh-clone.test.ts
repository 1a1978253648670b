// @module-tag slow
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, runNode, scratchCourse } from "./scratch-course.js";

const commands = readdirSync(join(root, "scripts")).filter((file) => file.endsWith(".mjs"));

test("every command starts in a fresh clone, where no package is installed", () => {
  expect(commands).toContain("site.mjs");
  const course = scratchCourse();
  const failed = commands
    .map((command) => ({ command, ...runNode(course, [join("scripts", command), "--help"]) }))
    .filter(({ code, printed }) => code !== 0 || printed.includes("ERR_MODULE_NOT_FOUND"));
  expect(failed).toEqual([]);
});
