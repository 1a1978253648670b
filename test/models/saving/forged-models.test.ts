import { describe, expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import type { FittedModel } from "../../../src/models/contract/model.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { CoClustering } from "../../../src/models/groups/co-clustering.js";
import { GroupPopularity } from "../../../src/models/groups/group-popularity.js";
import { Hybrid } from "../../../src/models/hybrid/hybrid.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { byteLengthOf } from "../../../src/models/saving/model-header.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "../contract/conformance.js";
import { forged, partsOf } from "./forged.js";

/** A saved model with whole numbers of its arrays changed, and its hash put right. */
function withArrays(
  model: FittedModel,
  changes: Readonly<Record<string, (array: Int32Array) => void>>,
): ArrayBuffer {
  const buffer = modelToBuffer(model);
  const shapes: Parameters<typeof byteLengthOf>[0][] = JSON.parse(partsOf(buffer).json).arrays;
  const arrays = (bytes: Uint8Array) => {
    let start = 0;
    for (const shape of shapes) {
      changes[shape.name]?.(new Int32Array(bytes.buffer, start, shape.length));
      start += byteLengthOf(shape);
    }
  };
  return forged({ arrays }, buffer);
}

/** A saved model with other settings, and its hash put right. */
function withSettings(model: FittedModel, settings: object): ArrayBuffer {
  const json = (text: string) => {
    const header = JSON.parse(text);
    return JSON.stringify({ ...header, settings: { ...header.settings, ...settings } });
  };
  return forged({ json }, modelToBuffer(model));
}

/** Nested lists or objects, as text: JSON.stringify could not write them. */
function nested(depth: number, [open, inner, close]: readonly [string, string, string]): string {
  return open.repeat(depth) + inner + close.repeat(depth);
}

const global = new GlobalMean().fit(smallRatings);
const inParts = ['{"model":"Fallback","settings":{},"moreItemIds":[],"parts":[', "", "]}"] as const;

describe("a forged model is refused within a second of work:", () => {
  const trees = { trees: 2, minRows: 1, depth: 2 };
  const hybrid = new Hybrid([], { trees, foldByFold: false, neighbors: 1 }).fit(smallRatings);
  const clusters = new CoClustering({ userClusters: 2, itemClusters: 2 }).fit(smallRatings);
  const groups = new GroupPopularity({ factors: 2, groups: 2 }).fit(smallRatings);

  test.each<[string, () => ArrayBuffer, string]>([
    [
      "a tree that ends far behind the last node",
      () =>
        withArrays(hybrid, {
          "model.roots": (roots) => roots.fill(2147483647, 1, 2),
          // Leaves alone, so that no child stops the check.
          "model.features": (features) => features.fill(-1),
        }),
      "its trees do not fit together",
    ],
    [
      "a hundred million neighbours as features",
      () => withSettings(hybrid, { neighbors: 1e8 }),
      "its trees do not fit together",
    ],
    [
      "a hundred million clusters of users",
      () => withSettings(clusters, { userClusters: 1e8 }),
      "userClusters × itemClusters: 100000000 × 2 is more than 10000000",
    ],
    [
      "a hundred million clusters of items",
      () => withSettings(clusters, { itemClusters: 1e8 }),
      "userClusters × itemClusters: 2 × 100000000 is more than 10000000",
    ],
    [
      "a group of which the number is a hundred million",
      () => {
        const buffer = withArrays(groups, { "model.labels": (labels) => labels.fill(1e8 - 1, 0, 1) });
        const json = (text: string) => text.replace('"groups":2', '"groups":100000000');
        return forged({ json }, buffer);
      },
      "its groups do not fit together",
    ],
    [
      "parts nested 10,000 deep",
      () => {
        const json = (text: string) => text.replace('"parts":[]', `"parts":[${nested(10_000, inParts)}]`);
        return forged({ json }, modelToBuffer(global));
      },
      "it is nested deeper than 100 levels",
    ],
    [
      "settings nested 10,000 deep",
      () => {
        const json = (text: string) =>
          text.replace('"settings":{}', `"settings":${nested(10_000, ['{"a":', "1", "}"])}`);
        return forged({ json }, modelToBuffer(global));
      },
      "it is nested deeper than 100 levels",
    ],
    [
      "ids nested 10,000 deep",
      () => {
        const json = (text: string) =>
          text.replace('"userIds":[', `"userIds":[${nested(10_000, ["[", "", "]"])},`);
        return forged({ json }, modelToBuffer(global));
      },
      "its header lacks what a model has",
    ],
    [
      "20,000 parts, none of which is there",
      () => {
        const part = inParts.join("").replace("Fallback", "GlobalMean");
        const json = (text: string) =>
          text.replace('"parts":[', `"parts":[${`${part},`.repeat(20_000)}`).replace(",]", "]");
        return forged({ json }, modelToBuffer(new Fallback([new Baseline()]).fit(smallRatings)));
      },
      "scores is nothing instead of 5 numbers",
    ],
  ])("%s", (_, make, message) => {
    const buffer = make();
    const start = process.cpuUsage();
    expect(() => modelFromBuffer(buffer)).toThrow(message);
    expect(() => modelFromBuffer(buffer)).toThrow(/^saved model: .*; save the model again/);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 2).toBeLessThan(1e6);
  });
});

test("loading a model of many factors and few items asks for no factors² numbers", () => {
  const one = Ratings.from([{ userId: 1, itemId: "a", rating: 5 }]);
  const { settings, learned } = new ImplicitAls({ factors: 2 }).fit(one);
  const factors = 40_000;
  const many = { ...learned, userFactors: new Float64Array(factors), itemFactors: new Float64Array(factors) };
  const fitted = ImplicitAls.restore({
    settings: { ...settings, factors },
    ratings: one,
    items: one.items,
    arrays: { ...many, mean: Float64Array.of(0) },
    parts: [],
    names: [],
  });
  const before = process.memoryUsage().arrayBuffers;
  expect(modelFromBuffer(modelToBuffer(fitted)).predict(1, "a")).toBe(0);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});
