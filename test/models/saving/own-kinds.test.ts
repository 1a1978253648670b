import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, expectTypeOf, test } from "vitest";
import { Baseline, type FittedBaseline } from "../../../src/models/baselines/baseline.js";
import type { ModelKind, SavedModel } from "../../../src/models/contract/model.js";
import { type Explanation, FittedModel, type History } from "../../../src/models/contract/model.js";
import { Fallback, type FittedFallback } from "../../../src/models/ensembles/fallback.js";
import { Ease, type EaseSettings } from "../../../src/models/item-weights/ease.js";
import type { FittedItemWeights } from "../../../src/models/item-weights/fitted-item-weights.js";
import { type FittedItemKnn, ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelKinds } from "../../../src/models/saving/model-kinds.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { readModel } from "../../../src/models/saving/read-model.js";
import { BoostedTrees, type FittedBoostedTrees } from "../../../src/models/trees/boosted-trees.js";
import { loadModel, saveModel } from "../../../src/node/save-model.js";
import type { Feedback } from "../../../src/ratings/feedback.js";
import { allScores, smallRatings } from "../contract/conformance.js";
import { forged } from "./forged.js";

/** A model as a reader may write it: the same number for everybody, times the item's place. */
class Ramp {
  static readonly kind: string = "Ramp";
  readonly name = "Ramp";
  readonly settings: { readonly step: number };

  constructor({ step = 1 } = {}) {
    this.settings = Object.freeze({ step });
  }

  fit(ratings: Feedback): FittedRamp {
    return new FittedRamp(ratings, this.settings);
  }

  static restore({ settings, ratings }: SavedModel): FittedRamp {
    return new Ramp(settings).fit(ratings);
  }

  static upgrade({ slope, ...settings }: Readonly<Record<string, unknown>>): object {
    return slope === undefined ? settings : { ...settings, step: slope };
  }
}

class FittedRamp extends FittedModel {
  readonly name = "Ramp";
  readonly inStars = false;
  readonly settings: { readonly step: number };

  constructor(ratings: Feedback, settings: { readonly step: number }) {
    super(ratings);
    this.settings = settings;
    if (new.target === FittedRamp) Object.freeze(this);
  }

  override kind(): ModelKind | undefined {
    return Ramp;
  }

  scoreItems(_userIndex: number, into: Float64Array): void {
    for (let item = 0; item < into.length; item++) into[item] = this.settings.step * item;
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.scoreItems(history.userIndex, into);
  }

  state(): Record<string, Float64Array> {
    return {};
  }

  explainFor(_history: History, itemIndex: number): Explanation {
    return { base: this.settings.step * itemIndex, contributions: [] };
  }
}

const ramp = new Ramp({ step: 2 }).fit(smallRatings);
const ease = new Ease().fit(smallRatings);
const fallback = new Fallback([new ItemKnn({ minNeighbors: 2 }), new Baseline()]).fit(smallRatings);

describe("readModel", () => {
  test("gives the fitted model of the kind that is asked for", () => {
    const read = readModel(modelToBuffer(ease), [Ease]);
    expectTypeOf(read).toEqualTypeOf<FittedItemWeights<EaseSettings>>();
    expect(read.similarItems("a")).toEqual(ease.similarItems("a"));
    const either = readModel(modelToBuffer(ease), [Ease, ItemKnn]);
    expectTypeOf(either).toEqualTypeOf<FittedItemWeights<EaseSettings> | FittedItemKnn>();
    expect(either.similarItems("a")).toEqual(ease.similarItems("a"));
  });

  test("names the kind that is missing, and how to pass it", () => {
    expect(() => readModel(modelToBuffer(ease), [ItemKnn, Baseline])).toThrow(
      'saved model: it holds a model of the kind "Ease", which is not one of ItemKnn, Baseline; ' +
        "give its class as well: readModel(buffer, [First, Second]) or loadModel(path, { kinds: [First, Second] })",
    );
    expect(() => readModel(modelToBuffer(ease), [])).toThrow('the kind "Ease", but no kinds are given');
  });

  test("a model of models needs their kinds, too", () => {
    const buffer = modelToBuffer(fallback);
    expect(() => readModel(buffer, [Fallback, ItemKnn])).toThrow(
      'the Fallback in it holds a model of the kind "Baseline", which is not one of Fallback, ItemKnn',
    );
    const read = readModel(buffer, [Fallback, ItemKnn, Baseline]);
    expectTypeOf(read).toEqualTypeOf<FittedFallback | FittedItemKnn | FittedBaseline>();
    expect(allScores(read)).toEqual(allScores(fallback));
  });

  test("refuses kinds that are none, and two of one name", () => {
    const read = (kinds: unknown) => () => readModel(modelToBuffer(ease), kinds as [typeof Ease]);
    expect(read([Ease, class {}])).toThrow("kinds: the one at place 1 has no `static kind`");
    expect(read([null])).toThrow("kinds: the one at place 0 has no `static kind`");
    expect(read(Ease)).toThrow("kinds: give a list of classes, such as [Ease]");
    class Other extends Ramp {
      static override readonly kind = "Ease";
    }
    expect(read([Ease, Other])).toThrow('kinds: two classes are named "Ease"; rename one, or leave one out');
    expect(read([Ease, Ease])).not.toThrow();
  });
});

describe("a model of one's own", () => {
  test("is saved as it is, and read with its class among the kinds", () => {
    const buffer = modelToBuffer(ramp);
    const read = readModel(buffer, [Ramp]);
    expectTypeOf(read).toEqualTypeOf<FittedRamp>();
    expect(allScores(read)).toEqual(allScores(ramp));
    expect(() => modelFromBuffer(buffer)).toThrow('the kind "Ramp", which is not one of the 30 kinds given');
    const mixed = new Fallback([new Baseline(), new Ramp()]).fit(smallRatings);
    expect(allScores(readModel(modelToBuffer(mixed), [...modelKinds, Ramp]))).toEqual(allScores(mixed));
  });

  test("has its settings upgraded, alone and in another model", () => {
    const older = { json: (json: string) => json.replaceAll('"step":2', '"slope":2') };
    const read = readModel(forged(older, modelToBuffer(ramp)), [Ramp]);
    expect(read.settings).toEqual({ step: 2 });
    const mixed = new Fallback([new Ramp({ step: 2 })]).fit(smallRatings);
    const inside = readModel(forged(older, modelToBuffer(mixed)), [Fallback, Ramp]);
    expect(inside.settings).toEqual(mixed.settings);
    expect(allScores(inside)).toEqual(allScores(mixed));
  });

  test("that nothing could restore is refused when it is saved", async () => {
    class Lost extends FittedRamp {
      override kind() {
        return undefined;
      }
    }
    class Renamed extends FittedRamp {
      override kind(): ModelKind {
        return Baseline;
      }
    }
    class Narrow extends FittedRamp {
      override state(): Record<string, any> {
        return { weights: Float32Array.of(1) };
      }
    }
    const { settings } = ramp;
    const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), "lost.model");
    await expect(saveModel(path, new Lost(smallRatings, settings))).rejects.toThrow(
      "Ramp cannot be saved, because nothing could restore it: kind() returns undefined; let it return a class with " +
        '`static kind = "Ramp"` and `static restore(saved)`',
    );
    expect(await readdir(join(path, ".."))).toEqual([]);
    expect(() => modelToBuffer(new Renamed(smallRatings, settings))).toThrow(
      'Ramp cannot be saved, because its class is named "Baseline" in `static kind`',
    );
    expect(() => modelToBuffer(new Narrow(smallRatings, settings))).toThrow(
      "Ramp cannot be saved, because state().weights is neither a Float64Array nor an Int32Array",
    );
  });

  test("nested too deep to be read is refused when it is saved", () => {
    const nest = (depth: number) => {
      let model: ConstructorParameters<typeof Fallback>[0][number] = new Baseline();
      for (let level = 0; level < depth; level++) model = new Fallback([model]);
      return model.fit(smallRatings);
    };
    expect(modelFromBuffer(modelToBuffer(nest(20))).name).toBe("Fallback");
    expect(() => modelToBuffer(nest(60))).toThrow(
      "Fallback cannot be saved: its models or settings are nested",
    );
  });
});

describe("loadModel with kinds", () => {
  test("gives the type of the kinds, and names file and kind where it is another", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), "my.model");
    await saveModel(path, ramp);
    const loaded = await loadModel(path, { kinds: [Ramp] });
    expectTypeOf(loaded).toEqualTypeOf<FittedRamp>();
    expect(allScores(loaded)).toEqual(allScores(ramp));
    await expect(loadModel(path)).rejects.toThrow(
      `${path}: saved model: it holds a model of the kind "Ramp"`,
    );
    expectTypeOf(await loadModel(path, { kinds: [...modelKinds, Ramp] })).toExtend<FittedModel>();
  });

  test("reads boosted trees, which are no recommender", async () => {
    const rows = Array.from({ length: 60 }, (_, row) => [row, (row * 7) % 5]);
    const fitted = new BoostedTrees({ trees: 4, validation: 0.2 }).fit(
      rows,
      rows.map(([a = 0, b = 0]) => a + b),
    );
    const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), "trees.model");
    await saveModel(path, fitted);
    const loaded = await loadModel(path, { kinds: [BoostedTrees] });
    expectTypeOf(loaded).toEqualTypeOf<FittedBoostedTrees>();
    expect(loaded.predictMany(rows)).toEqual(fitted.predictMany(rows));
    expect(loaded.names).toEqual(fitted.names);
    expect(loaded.importance()).toEqual(fitted.importance());
    expect(loaded.learning).toEqual(fitted.learning);
    expect(new Uint8Array(modelToBuffer(loaded))).toEqual(new Uint8Array(modelToBuffer(fitted)));
    await expect(loadModel(path)).rejects.toThrow('it holds a model of the kind "BoostedTrees"');
  });

  test("refuses what is no recommender inside a model of models", () => {
    const trees = { kind: "Trees", restore: ({ settings }: SavedModel) => ({ settings }) };
    const json = (text: string) => text.replaceAll('"Baseline"', '"Trees"');
    const buffer = forged({ json }, modelToBuffer(new Fallback([new Baseline()]).fit(smallRatings)));
    expect(() => readModel(buffer, [Fallback, trees])).toThrow("the Trees in it is no recommender");
  });
});
