import { expect, test } from "vitest";
import { choiceControl } from "../../../src/notebook/controls/choice-control.js";

const options = ["pearson", "cosine"];

test("a text or a number gets a select, a list checkboxes", () => {
  expect(choiceControl("similarity", "cosine", { options }).form).toEqual({ kind: "select", options });
  expect(choiceControl("size", 5, { options: [5, 10] }).form).toEqual({ kind: "select", options: [5, 10] });
  expect(choiceControl("models", [], { options }).form).toEqual({ kind: "names", options });
});

test("only the options are allowed, and the nearest is suggested", () => {
  const { refusal } = choiceControl("similarity", "cosine", { options });
  expect(refusal("pearson")).toBeUndefined();
  expect(refusal("cosin")).toEqual({
    takes: 'one of: "pearson", "cosine"',
    remedy: 'did you mean "cosine"?',
  });
  expect(refusal("")).toEqual({ takes: 'one of: "pearson", "cosine"' });
});

test("a list has some of the options, each once", () => {
  const { refusal } = choiceControl("models", [], { options });
  expect(refusal([])).toBeUndefined();
  expect(refusal(["cosine", "pearson"])).toBeUndefined();
  expect(refusal(["cosine", "x"])).toEqual({ takes: 'a list of these: "pearson", "cosine"' });
  expect(refusal(["cosine", "cosine"])).toEqual({
    takes: "each name once",
    remedy: 'leave out one "cosine"',
  });
});

test("with others, other values are allowed too", () => {
  expect(choiceControl("dataset", "a", { options, others: true }).refusal("mine")).toBeUndefined();
});

test.each([
  ["a", [], "has options []; give a list of at least one"],
  ["a", ["a", 1], "has the option 1; its options must be texts"],
  [1, [1, "a"], 'has the option "a"; its options must be numbers'],
  [1, [1, Number.NaN], "has the option NaN; its options must be numbers"],
  [["a"], ["a", 1], "has the option 1; its options must be texts"],
  ["a", ["a", "b", "a"], 'has the option "a" twice; leave one of them out'],
])("for %j the options %j are an error", (value, given, reason) => {
  expect(() => choiceControl("x", value, { options: given })).toThrow(`the control of "x" ${reason}`);
});
