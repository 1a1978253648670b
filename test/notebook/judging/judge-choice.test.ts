import { expect, test } from "vitest";
import { judgeChoice } from "../../../src/notebook/judging/judge-choice.js";

const exercise = { kind: "choice", options: ["predict", "foldIn"], answer: "foldIn" } as const;

test("one option is right, whatever its capitals", () => {
  for (const given of ["foldIn", " foldin "]) expect(judgeChoice(given, exercise)).toEqual({ right: true });
  expect(judgeChoice("predict", exercise)).toEqual({ right: false });
});

test.each(["neither", 1, true])("%o is none of the options, which are listed", (given) => {
  const said = 'write one of "predict", "foldIn"';
  expect(judgeChoice(given, exercise)).toEqual({ right: false, formOnly: true, said });
});
