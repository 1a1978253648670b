import { expect, test } from "vitest";
import { makeForm } from "../../../src/notebook/controls/make-form.js";
import { resolveControls } from "../../../src/notebook/controls/resolve-controls.js";

test("a form has values, controls and the names that were set from outside", () => {
  const values = { count: 10, seen: true, note: "a" };
  expect(makeForm(values, resolveControls(values, { count: { max: 30 } }), ["note"])).toEqual({
    version: 1,
    values,
    controls: {
      count: { kind: "number", min: 1, max: 30, step: 1 },
      seen: { kind: "boolean" },
      note: { kind: "text" },
    },
    fixed: ["note"],
  });
});

test("values that JSON lacks are texts", () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const values = {
    none: undefined,
    all: Infinity,
    nan: Number.NaN,
    big: 5n,
    cycle,
    map: new Map([["a", 1]]),
  };
  const form = makeForm(values, resolveControls(values, {}), []);
  expect(JSON.parse(JSON.stringify(form)).values).toEqual({
    none: null,
    all: "Infinity",
    nan: "NaN",
    big: "5",
    cycle: "[object Object]",
    map: { a: 1 },
  });
});

test("a value beside the options is offered too", () => {
  const defaults = { dataset: "small", models: ["a"] };
  const control = { options: ["a", "small"], others: true };
  const controls = resolveControls(defaults, { dataset: control, models: control });
  const form = makeForm({ dataset: "my/folder", models: ["b", "a"] }, controls, []);
  expect(form.controls).toEqual({
    dataset: { kind: "select", options: ["a", "small", "my/folder"] },
    models: { kind: "names", options: ["a", "small", "b"] },
  });
});
