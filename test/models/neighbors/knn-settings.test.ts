import { expect, test } from "vitest";
import {
  checkColumnPower,
  checkedKnnSettings,
  type KnnSettings,
  kernelOf,
  knnFields,
  SIMILARITIES,
} from "../../../src/models/neighbors/knn-settings.js";
import { defineSettings } from "../../../src/settings/define-settings.js";

const declared = defineSettings({}, knnFields);
const settingsWith = (given: Partial<KnnSettings>) => declared.check("Toy", given);

test("shrinkage is 0 by default, and 100 with pearson-baseline", () => {
  expect(settingsWith({}).shrinkage).toBe(0);
  expect(settingsWith({ similarity: "pearson-baseline" }).shrinkage).toBe(100);
  expect(settingsWith({ similarity: "pearson-baseline", shrinkage: 5 }).shrinkage).toBe(5);
});

test("damping needs a center and an average", () => {
  const allowed = settingsWith({ damping: 1, center: "mean" });
  expect(checkedKnnSettings(allowed)).toBe(allowed);
  expect(checkedKnnSettings(settingsWith({ aggregate: "sum" })).damping).toBe(0);
  for (const given of [{ damping: 1 }, { damping: 1, center: "mean", aggregate: "sum" }] as const)
    expect(() => checkedKnnSettings(settingsWith(given))).toThrow("damping: 1 has no effect with center");
});

test("a power of column lengths needs a similarity that is a cosine", () => {
  const cosines = ["cosine", "cosine-common", "adjusted-cosine", "pearson-baseline"];
  for (const similarity of SIMILARITIES) {
    const check = (power: number) => () => checkColumnPower({ power }, settingsWith({ similarity }));
    expect(check(0)).not.toThrow();
    if (cosines.includes(similarity)) expect(check(1)).not.toThrow();
    else
      expect(check(1)).toThrow(
        `power: 1 has no effect on "${similarity}"; take one of ${cosines.join(", ")}`,
      );
  }
});

test("similarities of centred ratings use the kernel cosine-common, all others their own", () => {
  for (const similarity of SIMILARITIES) {
    const isCentred = similarity === "adjusted-cosine" || similarity === "pearson-baseline";
    expect(kernelOf(similarity)).toBe(isCentred ? "cosine-common" : similarity);
  }
});
