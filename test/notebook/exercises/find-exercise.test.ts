import { afterEach, expect, test } from "vitest";
import { allExercises, findExercise } from "../../../src/notebook/exercises/find-exercise.js";
import { useHost } from "../../../src/notebook/hosts/current-host.js";
import { useFakeHost } from "../hosts/fake-host.js";
import { exerciseOf } from "./exercise-of.js";

afterEach(() => useHost());

const fileOf = (...ids: string[]) =>
  JSON.stringify(Object.fromEntries(ids.map((id) => [id, exerciseOf({ kind: "number", answer: 5 })])));
const exercises = { "03-genres": fileOf("03.1"), "02-popularity": fileOf("02.1", "02.2") };

test("an exercise is found in the file that its number names", () => {
  useFakeHost({ exercises });
  expect(findExercise("02.2")).toMatchObject({ kind: "number", answer: 5 });
});

test("a damaged file does not disturb the exercises of another", () => {
  useFakeHost({ exercises: { ...exercises, "03-genres": "{" } });
  expect(findExercise("02.1").answer).toBe(5);
  expect(() => findExercise("03.1")).toThrow("03-genres.json: is not JSON");
});

test.each([
  ["02.3", exercises, 'there is no exercise "02.3" in the files of the folder exercises; near it are 02.'],
  ["99.1", exercises, 'there is no exercise "99.1" in the files'],
  ["02.1", {}, "no folder exercises is in this folder or its parents; keep the notebook in the folder"],
])("%s that is not there is an error that says so", (id, exercises, message) => {
  useFakeHost({ exercises });
  expect(() => findExercise(id)).toThrow(message);
});

test("all exercises come in the order of the notebooks", () => {
  useFakeHost({ exercises });
  expect([...allExercises()].map(([name, own]) => [name, [...own.keys()]])).toEqual([
    ["02-popularity", ["02.1", "02.2"]],
    ["03-genres", ["03.1"]],
  ]);
});
