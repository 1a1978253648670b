import { afterEach, expect, test } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { showSolved } from "../../src/notebook/show-solved.js";
import { exerciseOf } from "./exercises/exercise-of.js";
import { useFakeHost } from "./hosts/fake-host.js";

afterEach(() => useHost());

const fileOf = (...ids: string[]) =>
  JSON.stringify(Object.fromEntries(ids.map((id) => [id, exerciseOf({ kind: "number", answer: 5 })])));
const exercises = { "02-popularity": fileOf("02.1", "02.2"), "03-genres": fileOf("03.1") };

test("showSolved counts what is solved in each notebook, and names what is next", () => {
  const solved = { read: () => '{"solved":["02.1","03.1","99.1"]}', write: () => {} };
  const host = useFakeHost({ exercises, solved });
  showSolved();
  expect(host.shown.map(({ text }) => text.split("\n").map((each) => each.split(/\s{2,}/)))).toEqual([
    [
      ["2 of 3 exercises solved"],
      expect.arrayContaining(["notebook", "next"]),
      expect.anything(),
      expect.arrayContaining(["02-popularity", "02.2"]),
      expect.arrayContaining(["03-genres", "all solved"]),
    ],
  ]);
});

test("while records are collected, nothing counts as solved", () => {
  const solved = { read: () => '{"solved":["02.1"]}', write: () => {} };
  const host = useFakeHost({ exercises, solved, recording: true });
  showSolved();
  expect(host.shown[0]?.text).toContain("0 of 3 exercises solved");
});

test("without files of exercises it says so", () => {
  const host = useFakeHost();
  showSolved();
  expect(host.shown[0]?.text).toBe(
    "There are no exercises here; keep the notebook in the folder of the course.",
  );
});
