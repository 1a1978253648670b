import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exerciseFolder, readExercises } from "../../src/node/exercise-folder.js";

let course: string;
beforeEach(() => {
  course = realpathSync(mkdtempSync(join(tmpdir(), "reelbook-")));
  mkdirSync(join(course, "exercises"));
  mkdirSync(join(course, "mine", "deep"), { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(course, { recursive: true });
});
const standIn = (...folders: string[]) => vi.spyOn(process, "cwd").mockReturnValue(join(course, ...folders));

test("the folder of exercises is found from the notebook's folder and from those inside it", () => {
  for (const folders of [[], ["mine"], ["mine", "deep"]]) {
    standIn(...folders);
    expect(exerciseFolder()).toBe(join(course, "exercises"));
  }
});

test("without one there are no exercises", () => {
  vi.spyOn(process, "cwd").mockReturnValue("/");
  expect(exerciseFolder()).toBeUndefined();
  expect(readExercises(undefined)).toEqual({});
});

test("its JSON files are read, and no others", () => {
  writeFileSync(join(course, "exercises", "02-popularity.json"), "{}");
  writeFileSync(join(course, "exercises", "README.md"), "# Exercises");
  expect(readExercises(join(course, "exercises"))).toEqual({ "02-popularity": "{}" });
});
