import { expect, test } from "vitest";
import { hiddenAnswer } from "../../../src/notebook/exercises/hidden-answer.js";
import { parseExercises } from "../../../src/notebook/exercises/parse-exercises.js";

const texts = { hints: ["first", "second"], solution: ["const all = 1;", "all"], explanation: "Many." };
const count = { kind: "number", hidden: hiddenAnswer(138), ...texts };

/** A file of one exercise, with these fields in place of others. */
const fileOf = (fields: object, id = "02.1") => JSON.stringify({ [id]: { ...count, ...fields } });

test("a file gives its exercises by name, with the answer shown and the solution as one text", () => {
  const exercises = parseExercises("02-popularity", fileOf({ digits: 3 }));
  expect([...exercises]).toEqual([
    [
      "02.1",
      {
        kind: "number",
        answer: 138,
        digits: 3,
        hints: ["first", "second"],
        solution: "const all = 1;\nall",
        explanation: "Many.",
      },
    ],
  ]);
});

test("an answer may be written plainly", () => {
  const fields = { hidden: undefined, answer: "Heat (1995)", kind: "title", solution: "best" };
  expect(parseExercises("02-popularity", fileOf(fields)).get("02.1")).toMatchObject({
    answer: "Heat (1995)",
    solution: "best",
  });
});

test.each([
  ["{", /^exercises\/02-popularity\.json: is not JSON \(.*\); README.md beside it says what a file has$/],
  ["[]", "is not an object of exercises"],
  ['{"02.1": 5}', "02.1: is not an object"],
  [fileOf({}, "03.1"), "03.1: the name is not of the form 02.1"],
  [fileOf({}, "02.x"), "the name is not of the form 02.1"],
  [fileOf({ kind: "numeral" }), 'kind is "numeral", not one of number, title, list, choice, range, function'],
  [fileOf({ kind: "toString" }), 'kind is "toString", not one of'],
  [fileOf({ hints: ["one"] }), "hints is not a list of two texts"],
  [fileOf({ hints: ["one", ""] }), "hints is not a list of two texts"],
  [fileOf({ solution: 5 }), "solution is not a text or a list of lines"],
  [fileOf({ explanation: undefined }), "explanation is not a text"],
  [fileOf({ hint: "x" }), "there is no field hint"],
  [fileOf({ ordered: true }), "a number has no field ordered"],
  [fileOf({ digits: 0 }), "digits is 0, not a whole number from 1 to 15"],
  [fileOf({ percent: "yes" }), 'percent is "yes", not true or false'],
  [fileOf({ answer: 138 }), "needs either an answer, or the hidden text"],
  [fileOf({ hidden: undefined }), "needs either an answer, or the hidden text"],
  [fileOf({ hidden: "138" }), "hidden is not a text that npm run hide-answers has made"],
  [fileOf({ kind: "title" }), "the answer of a title is not a title"],
  [fileOf({ kind: "list" }), "the answer of a list is not a list of numbers or titles"],
  [fileOf({ kind: "range", hidden: hiddenAnswer({ least: 2, most: 1 }) }), "is not { least, most }"],
  [fileOf({ kind: "function", hidden: hiddenAnswer([{ given: 1 }]) }), "a list of { given, gives }"],
  [fileOf({ kind: "choice", hidden: hiddenAnswer("a"), options: ["b"] }), "is not one of options"],
  [fileOf({ kind: "choice", hidden: hiddenAnswer("a") }), "is not one of options"],
])("%s is refused with file, exercise and field", (json, message) => {
  expect(() => parseExercises("02-popularity", json)).toThrow(message);
});
