import { describe, expect, test } from "vitest";
import type { ModelKind } from "../../../src/models/contract/model.js";
import { upgradedSettings } from "../../../src/models/saving/upgraded-settings.js";

const restore = () => ({ settings: {} });
/** Calls `step` what an earlier version called `slope`. */
const ramp: ModelKind = {
  ...{ kind: "Ramp", restore },
  upgrade: ({ slope, ...settings }) => ({ ...settings, ...(slope !== undefined && { step: slope }) }),
};
const plain: ModelKind = { kind: "Plain", restore };
/** Called its models `members`. */
const mix: ModelKind = {
  ...{ kind: "Mix", restore },
  upgrade: ({ members, ...settings }) => (members ? { ...settings, models: members } : settings),
};
const upgraded = (model: string, settings: object) =>
  upgradedSettings({ model, settings }, [ramp, plain, mix]);

describe("upgradedSettings", () => {
  test("renames by the kind's upgrade, and leaves settings of this version as they are", () => {
    expect(upgraded("Ramp", { slope: 2, start: 1 })).toEqual({ step: 2, start: 1 });
    expect(upgraded("Ramp", { step: 2 })).toEqual({ step: 2 });
  });

  test("leaves those of a kind without upgrade, or of one that is not known", () => {
    expect(upgraded("Plain", { slope: 2 })).toEqual({ slope: 2 });
    expect(upgraded("Other", { slope: 2 })).toEqual({ slope: 2 });
  });

  test("gives the kind a copy, so that the saved settings do not change", () => {
    const settings = { slope: 2 };
    const careless: ModelKind = { ...ramp, upgrade: (given) => Object.assign(given, { step: 3 }) };
    expect(upgradedSettings({ model: "Ramp", settings }, [careless])).toEqual({ slope: 2, step: 3 });
    expect(settings).toEqual({ slope: 2 });
  });

  test("reaches the models listed in the settings, after the settings themselves and at any depth", () => {
    const inner = { name: "Ramp", settings: { slope: 3 }, note: "kept" };
    const outer = { name: "Mix", settings: { members: [inner] } };
    expect(upgraded("Mix", { folds: 5, models: [outer, { name: "Plain", settings: { slope: 1 } }] })).toEqual(
      {
        folds: 5,
        models: [
          { name: "Mix", settings: { models: [{ ...inner, settings: { step: 3 } }] } },
          { name: "Plain", settings: { slope: 1 } },
        ],
      },
    );
  });

  test("leaves members that are none to the model's own check", () => {
    const models = [
      null,
      7,
      "Ramp",
      {},
      { name: "Ramp" },
      { name: "Ramp", settings: null },
      { settings: {} },
    ];
    expect(upgraded("Mix", { models })).toEqual({ models });
    expect(upgraded("Mix", { models: "Ramp" })).toEqual({ models: "Ramp" });
  });
});
