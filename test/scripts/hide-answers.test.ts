import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exerciseFiles } from "../../scripts/lib/exercise-files.mjs";
import { parseExercises } from "../../src/notebook/exercises/parse-exercises.js";
import { runNode, scratchCourse } from "./scratch-course.js";

const texts = { hints: ["first", "second"], solution: "all", explanation: "Many." };

test("hide-answers hides each answer in its place, once", { tags: "slow" }, () => {
  const exercises = { "02.1": { kind: "title", answer: "Amélie (2001)", ...texts } };
  const file = "notebooks/exercises/02-popularity.json";
  const course = scratchCourse({ [file]: JSON.stringify(exercises) });
  const run = (...options: string[]) => runNode(course, ["scripts/hide-answers.mjs", ...options]);
  expect(run("--check")).toEqual({ code: 1, printed: "02-popularity: not hidden: 02.1\n" });
  expect(run()).toEqual({ code: 0, printed: "02-popularity: hidden: 02.1\n" });
  const hidden = readFileSync(join(course, file), "utf8");
  expect(hidden).not.toContain("lie (2001)");
  expect(Object.keys(JSON.parse(hidden)["02.1"])).toEqual(["kind", "hidden", ...Object.keys(texts)]);
  expect(parseExercises("02-popularity", hidden).get("02.1")).toMatchObject({ answer: "Amélie (2001)" });
  expect(run()).toEqual({ code: 0, printed: "All answers are hidden.\n" });
  expect(run("--check").code).toBe(0);
  expect(readFileSync(join(course, file), "utf8")).toBe(hidden);
});

test("the files of the course hold what their README says, and no answer that can be read", () => {
  for (const { name, path, exercises } of exerciseFiles()) {
    expect(() => parseExercises(name, readFileSync(path, "utf8"))).not.toThrow();
    for (const [id, exercise] of Object.entries(exercises)) expect(exercise, id).not.toHaveProperty("answer");
  }
});
