import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Control } from "../../../src/notebook/controls/control.js";
import { slider } from "../../../src/notebook/controls/slider.js";
import { integer, number } from "../../../src/settings/number.js";

const neighbors = integer({ min: 1, orInfinity: true, default: 40 });
const seed = integer({ min: 0, max: 2 ** 32 - 1, default: 0 });
const share = number({ above: 0, below: 1, default: 0.5 });
const regularization = number({ min: 0, default: 0.02 });

describe("the ends and the step", () => {
  test.each<[number, Control, object]>([
    [10, {}, { min: 1, max: 50, step: 1 }],
    [0, {}, { min: 0, max: 10, step: 1 }],
    [0.02, {}, { min: 0, max: 0.1, step: 0.001 }],
    [0.5, {}, { min: 0, max: 2, step: 0.01 }],
    [-5, {}, { min: -20, max: 20, step: 1 }],
    [100, { min: 0, max: 200, least: 0 }, { min: 0, max: 200, step: 1, least: 0 }],
    [3, { step: 0.5 }, { min: 1, max: 20, step: 0.5 }],
    [0.2, { least: 0, most: 1 }, { min: 0, max: 1, step: 0.01, least: 0, most: 1 }],
    [5, { least: 1, most: 1000 }, { min: 1, max: 20, step: 1, least: 1, most: 1000 }],
    [500, { min: 400 }, { min: 400, max: 2000, step: 1 }],
    [0, { most: 0 }, { min: -10, max: 0, step: 1, most: 0 }],
    [10, { max: 1 }, { min: -49, max: 1, step: 1 }],
    [40, { setting: neighbors }, { min: 1, max: 200, step: 1, least: 1, orInfinity: true }],
    [Infinity, { setting: neighbors, max: 50 }, { min: 1, max: 50, step: 1, least: 1, orInfinity: true }],
    [7, { setting: seed }, { min: 0, max: 50, step: 1, least: 0, most: 2 ** 32 - 1 }],
    [0.5, { setting: share }, { min: 0.01, max: 0.99, step: 0.01 }],
    [30, { setting: regularization }, { min: 0, max: 200, step: 1, least: 0 }],
    [1, { setting: regularization, max: 2 }, { min: 0, max: 2, step: 0.01, least: 0 }],
    [
      40,
      { setting: neighbors, least: 0, most: 60 },
      { min: 0, max: 60, step: 1, least: 0, most: 60, orInfinity: true },
    ],
  ])("of %d with %o are %o", (value, control, expected) => {
    expect(slider("x", value, control).form).toEqual({ kind: "number", ...expected });
  });

  test("are finite, in order and within the limits, whatever the value", () => {
    const values = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000);
    fc.assert(
      fc.property(values, fc.option(values), (value, limit) => {
        const control = limit === null ? {} : value < limit ? { most: limit } : { least: limit };
        const { form, refusal } = slider("x", value, control);
        if (form.kind !== "number") throw new Error("no slider");
        expect(form.min).toBeLessThan(form.max);
        expect(form.step).toBeGreaterThan(0);
        expect((form.max - form.min) / form.step).toBeGreaterThan(0.99);
        for (const end of [form.min, form.max]) expect(refusal(end)).toBeUndefined();
      }),
    );
  });
});

describe("values", () => {
  test("beyond the ends are allowed, beyond the limits not", () => {
    const { refusal } = slider("count", 10, { min: 5, max: 20, least: 1, most: 30 });
    expect([0, 1, 4, 25, 30, 31].filter((value) => refusal(value))).toEqual([0, 31]);
    expect(refusal(0)).toEqual({ takes: "a number from 1 to 30" });
  });

  test("have the limits of the setting, whole numbers and Infinity included", () => {
    const { refusal } = slider("neighbors", 10, { setting: neighbors });
    expect([0, 1, 2.5, Infinity].filter((value) => refusal(value))).toEqual([0, 2.5]);
    expect(refusal(0)).toEqual({ takes: "a whole number of at least 1, or Infinity" });
    expect(slider("share", 0.5, { setting: share }).refusal(1)).toEqual({
      takes: "a number above 0, up to below 1",
    });
  });

  test("have the explicit limits, which win over those of the setting", () => {
    const { refusal } = slider("share", 0.5, { setting: share, least: 0, most: 1 });
    expect([-0.1, 0, 1, 1.1].filter((value) => refusal(value))).toEqual([-0.1, 1.1]);
  });
});

test.each<[number, Control, string]>([
  [5, { min: 10, max: 1 }, "has min 10 and max 1; min must be below max"],
  [5, { min: 1, max: 1 }, "has min 1 and max 1; min must be below max"],
  [5, { least: 9, most: 2 }, "has least 9 and most 2; least must be below most"],
  [5, { step: 0 }, "has step 0; a step is above 0"],
  [5, { step: -1 }, "has step -1; a step is above 0"],
  [5, { step: 100 }, "has step 100, but its slider goes from 1 to 20; take a smaller step"],
  [5, { max: Number.NaN }, "has max NaN; it must be a finite number"],
  [5, { most: Infinity }, "has most Infinity; it must be a finite number"],
  [5, { min: "1" as unknown as number }, "has min 1; it must be a finite number"],
  [
    5,
    { min: 0, least: 1 },
    "has min 0, but the parameter takes a number of at least 1; let the slider end there",
  ],
  [5, { max: 50.5, setting: neighbors }, "has max 50.5, but the parameter takes a whole number"],
  [5, { step: 0.5, setting: neighbors }, "has step 0.5, but the parameter takes a whole number"],
  [5, { min: 30, most: 20 }, "has min 30, but the parameter takes a number up to 20"],
  [5, { min: 20, most: 20 }, "has a slider from 20 to 20; min must be below max"],
])("a slider for %d with %o is an error", (value, control, reason) => {
  expect(() => slider("x", value, control)).toThrow(`the control of "x" ${reason}`);
});
