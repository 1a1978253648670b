import { expect, test } from "vitest";
import { root, runNode } from "../scripts/scratch-course.js";

test("bench --help explains it and lists the benchmarks", () => {
  const { code, printed } = runNode(root, ["bench/run.mjs", "--help"]);
  expect(code).toBe(0);
  expect(printed).toContain("npm run bench");
  expect(printed).toContain("parse");
});

test("an unknown benchmark is an error that lists all", () => {
  const { code, printed } = runNode(root, ["bench/run.mjs", "--only", "pares"]);
  expect(code).toBe(1);
  expect(printed).toContain("There is no benchmark pares; there are: ");
});
