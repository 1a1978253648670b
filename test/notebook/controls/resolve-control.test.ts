import { expect, test } from "vitest";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import type { Control } from "../../../src/notebook/controls/control.js";
import { resolveControl } from "../../../src/notebook/controls/resolve-control.js";

const { fields } = UserKnn.settings;

test.each<[unknown, Control, string]>([
  [5, {}, "number"],
  [5, { options: [5, 10] }, "select"],
  [true, {}, "boolean"],
  [true, { setting: fields.positiveOnly }, "boolean"],
  ["Heat (1995)", { titles: true }, "title"],
  ["a note", {}, "text"],
  ["a note", { titles: false }, "text"],
  ["cosine", { setting: fields.similarity }, "select"],
  [["cosine"], { setting: fields.similarity }, "names"],
  [["a"], { options: ["a", "b"] }, "names"],
  [["a"], {}, "none"],
  [{ a: 1 }, {}, "none"],
  [undefined, {}, "none"],
  [Number.NaN, {}, "none"],
  [Number.POSITIVE_INFINITY, {}, "none"],
  [Number.POSITIVE_INFINITY, { setting: fields.neighbors }, "number"],
  [() => 1, {}, "none"],
])("%# the control of %j with %o is of the kind %s", (value, control, kind) => {
  expect(resolveControl("x", value, control).form.kind).toBe(kind);
});

test("a setting gives limits and options", () => {
  expect(resolveControl("neighbors", 10, { setting: fields.neighbors, max: 50 }).form).toEqual({
    kind: "number",
    min: 1,
    max: 50,
    step: 1,
    least: 1,
    orInfinity: true,
  });
  const { form, refusal } = resolveControl("similarity", "cosine", { setting: fields.similarity });
  expect(form).toEqual({ kind: "select", options: fields.similarity.options });
  expect(refusal("cosin")).toMatchObject({ remedy: 'did you mean "cosine"?' });
});

test("explicit options win over those of the setting", () => {
  const control = { setting: fields.similarity, options: ["cosine", "pearson"] };
  expect(resolveControl("similarity", "cosine", control).form).toEqual({
    kind: "select",
    options: ["cosine", "pearson"],
  });
});

test.each<[unknown, object, string]>([
  [5, { mim: 3 }, 'has the field "mim", which does not exist; did you mean "min"?'],
  [5, { zzz: 3 }, 'has the field "zzz", which does not exist; the fields are min, max, step'],
  [5, { titles: true }, "has titles, but the parameter is a number, which takes only min, max"],
  [{ a: 1 }, { options: ["a"] }, "has options, but the parameter is an object, which takes no control"],
  ["a", { step: 1 }, "has step, but the parameter is a text, which takes only options"],
  [true, { options: [true] }, "has options, but the parameter is true or false, which takes only setting"],
  [["a"], { titles: true }, "has titles, but the parameter is a list"],
  ["a", { options: ["a"], titles: true }, "has options and titles; take options for a few titles"],
  [5, { options: [5, 6], min: 5 }, "has options and min, a field of a slider; leave one out"],
  ["a", { others: true }, "has others, which are values beside options; add options"],
  ["a", { setting: fields.neighbors }, "has a setting that takes a whole number of at least 1"],
  [5, { setting: fields.similarity }, "has a setting that takes one of"],
])("%# the control of %j with %j is an error", (value, control, reason) => {
  expect(() => resolveControl("x", value, control)).toThrow(`the control of "x" ${reason}`);
});

test("a control that is no object is an error", () => {
  expect(() => resolveControl("x", 5, 3 as Control)).toThrow(
    'the control of "x" is 3; write it as { min: 0, max: 10 }',
  );
});
