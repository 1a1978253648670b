import { expect, test } from "vitest";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { checkedModels, membersOf } from "../../../src/models/contract/members.js";

const models = [new GlobalMean(), new MeanRating({ damping: 2 })];

test("membersOf lists names and settings, frozen", () => {
  const members = membersOf(models);
  expect(members.map(({ name }) => name)).toEqual(["GlobalMean", "MeanRating"]);
  expect(members[1]!.settings).toBe(models[1]!.settings);
  expect(Object.isFrozen(members)).toBe(true);
});

test("checkedModels returns a frozen copy", () => {
  const checked = checkedModels("Blend", models);
  expect(checked).toEqual(models);
  expect(checked).not.toBe(models);
  expect(Object.isFrozen(checked)).toBe(true);
});

test.each<[unknown, string]>([
  [models[0], "Blend takes a list of models, such as [new Baseline()], not "],
  [[], "Blend takes at least one model; the list is empty"],
  [[models[0], 5], "Blend: model 2 is 5, which has no fit; give models such as new Baseline()"],
  [[null], "Blend: model 1 is null, which has no fit"],
])("checkedModels refuses %# by position", (given, message) => {
  expect(() => checkedModels("Blend", given as never)).toThrow(message);
});

test("checkedModels allows an empty list if none is needed", () => {
  expect(checkedModels("Blend", [], 0)).toEqual([]);
});
