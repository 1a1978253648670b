import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rmse } from "../../../src/evaluation/metrics/rating-errors.js";
import { random } from "../../../src/math/random.js";
import { BoostedTrees, type BoostedTreesSettings } from "../../../src/models/trees/boosted-trees.js";
import { FeatureTable } from "../../../src/models/trees/feature-table.js";
import { boostTrees } from "../../../src/reference/boosted-trees.js";
import golden from "../../golden/boosted-trees.json" with { type: "json" };

/** Small steps on few rows: nothing is held back from a tree. */
const PLAIN = { minRows: 1, regularization: 0 };

/** Made-up rows: the target depends on the first two of three features, and on noise. */
function madeUp(count: number, seed = 1): { rows: number[][]; targets: number[] } {
  const draws = random({ seed });
  const rows = Array.from({ length: count }, () => [draws.uniform(), draws.uniform(), draws.uniform()]);
  const targets = rows.map(([a, b]) => (a! > 0.4 ? 3 : 0) * b! + 0.3 * draws.normal());
  return { rows, targets };
}

describe("BoostedTrees", () => {
  test("steps towards the leaf's mean, shrunk by the regularization, as worked out by hand", () => {
    const rows = [[1], [2], [3], [4]];
    const settings = { depth: 1, minRows: 1, learningRate: 0.5, regularization: 1 };
    // The mean is 3. First: residuals −2, −2, 2, 2, and −4 / (2 + 1) on the left. Then −8/3 / (2 +
    // 1).
    const once = new BoostedTrees({ ...settings, trees: 1 }).fit(rows, [1, 1, 5, 5]);
    expect(once.predict([2])).toBeCloseTo(3 - 2 / 3, 6);
    const twice = new BoostedTrees({ ...settings, trees: 2 }).fit(rows, [1, 1, 5, 5]);
    expect(twice.predict([2.4])).toBeCloseTo(3 - 2 / 3 - 4 / 9, 6);
    expect(twice.predict([2.6])).toBeCloseTo(3 + 2 / 3 + 4 / 9, 6);
    expect(twice.importance()).toEqual([{ feature: "feature 1", share: 1, splits: 2 }]);
  });

  test.each([
    ["right", [0, 0, 6, 6, 6, 6], 6],
    ["left", [6, 6, 0, 0, 6, 6], 6],
    ["apart from all numbers", [6, 6, 6, 6, 0, 0], 0],
  ])("sends NaN to the better side: %s", (_, targets, expected) => {
    const rows = [[1], [1], [2], [2], [Number.NaN], [Number.NaN]];
    const fitted = new BoostedTrees({ ...PLAIN, trees: 1, learningRate: 1, depth: 1 }).fit(rows, targets);
    expect(fitted.predict([Number.NaN])).toBeCloseTo(expected, 6);
    for (const [k, row] of rows.entries()) expect(fitted.predict(row)).toBeCloseTo(targets[k]!, 6);
  });

  test("sends NaN where most rows go if there was none to learn from", () => {
    const one = new BoostedTrees({ ...PLAIN, trees: 1, learningRate: 1 });
    expect(one.fit([[1], [2], [2]], [0, 6, 6]).predict([Number.NaN])).toBeCloseTo(6, 6);
    expect(one.fit([[1], [1], [2]], [0, 0, 6]).predict([Number.NaN])).toBeCloseTo(0, 6);
  });

  test("takes Infinity as beyond every number", () => {
    const rows = [[Number.NEGATIVE_INFINITY], [-5], [1e308], [Number.POSITIVE_INFINITY]];
    const fitted = new BoostedTrees({ ...PLAIN, trees: 1, learningRate: 1 }).fit(rows, [1, 2, 3, 4]);
    expect([...fitted.predictMany(rows)].map((value) => Math.round(1e6 * value) / 1e6)).toEqual([1, 2, 3, 4]);
  });

  const known = (rows: (number | null)[][]) => rows.map((row) => row.map((value) => value ?? Number.NaN));

  test.each(golden.cases)("predicts what scikit-learn predicts: $name", (theirs) => {
    const settings: { [name: string]: number | null | undefined } = theirs.settings;
    const model = new BoostedTrees({
      trees: settings.max_iter!,
      depth: settings.max_depth ?? Number.POSITIVE_INFINITY,
      leaves: settings.max_leaf_nodes ?? Number.POSITIVE_INFINITY,
      minRows: settings.min_samples_leaf ?? 20,
      learningRate: settings.learning_rate ?? 0.1,
      regularization: settings.l2_regularization ?? 0,
    });
    const fitted = model.fit(known(theirs.rows), theirs.targets);
    const roots = [...fitted.state().roots!];
    expect(roots.slice(1).map((end, tree) => end - roots[tree]!)).toEqual(theirs.nodes);
    for (const [k, prediction] of fitted.predictMany(known(theirs.asked)).entries()) {
      expect(prediction).toBeCloseTo(theirs.predictions[k]!, 12);
    }
  });

  test("grows the trees of the reference implementation where every value has a bin of its own", () => {
    const settings = fc.record({
      depth: fc.integer({ min: 1, max: 4 }),
      minRows: fc.integer({ min: 1, max: 3 }),
      regularization: fc.constantFrom(0, 0.5, 2),
      // Not 1: two rows of one leaf would then have residuals a and −a, and splits of equal gain.
      learningRate: fc.constantFrom(0.3, 0.7),
      trees: fc.integer({ min: 1, max: 3 }),
    });
    const sizes = fc.record({ seed: fc.nat(), count: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(sizes, settings, ({ seed, count }, options) => {
        const draws = random({ seed });
        const value = () => (draws.below(5) === 0 ? Number.NaN : draws.below(7));
        const rows = Array.from({ length: count }, () => [value(), value()]);
        // Two splits have the same gain only where they part the rows in the same way.
        const targets = rows.map(() => draws.normal());
        const exact = boostTrees(rows, targets, options);
        for (const [k, found] of new BoostedTrees(options).fit(rows, targets).predictMany(rows).entries()) {
          expect(found).toBeCloseTo(exact(rows[k]!), 5);
        }
      }),
    );
  });

  test.each([1, 0.3])(
    "explains what can be explained, and finds the features that matter, with rowShare %s",
    (rowShare) => {
      const { rows, targets } = madeUp(4000);
      const asked = madeUp(1000, 2);
      const fitted = new BoostedTrees({ rowShare }).fit(
        FeatureTable.from(rows, ["step", "slope", "noise"]),
        targets,
      );
      const error = rmse(asked.targets, fitted.predictMany(FeatureTable.from(asked.rows, fitted.names)));
      expect(error).toBeGreaterThan(0.29);
      expect(error).toBeLessThan(0.34);
      const importance = fitted.importance();
      expect(importance.map(({ feature }) => feature)).toEqual(["step", "slope", "noise"]);
      expect(importance.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(importance[2]!.share).toBeLessThan(importance[1]!.share / 5);
      expect(importance[0]!.splits).toBeGreaterThan(0);
    },
  );

  test("keeps within depth, leaves and rows of a leaf", () => {
    // Eight kinds of rows, each with a target of its own.
    const rows = Array.from({ length: 80 }, (_, k) => [k & 1, k & 2, k & 4]);
    const targets = rows.map(([a, b, c]) => a! + b! + c!);
    const leaves = (settings: Partial<BoostedTreesSettings>) => {
      const { features } = new BoostedTrees({ ...PLAIN, trees: 1, ...settings }).fit(rows, targets).state();
      return features!.filter((feature: number) => feature < 0).length;
    };
    expect([1, 2, 3, 4].map((depth) => leaves({ depth }))).toEqual([2, 4, 8, 8]);
    expect([2, 3, 7, 9].map((most) => leaves({ leaves: most }))).toEqual([2, 3, 7, 8]);
    expect([10, 11, 20, 21, 40, 41].map((minRows) => leaves({ minRows }))).toEqual([8, 4, 4, 2, 2, 1]);
  });

  test("splits first what gains most where leaves are few", () => {
    const rows = Array.from({ length: 40 }, (_, k) => [k]);
    const targets = rows.map(([k]) => (k! < 20 ? 0 : k! < 30 ? 10 : 11));
    const three = new BoostedTrees({ ...PLAIN, leaves: 3, trees: 1, learningRate: 1 }).fit(rows, targets);
    expect([0, 25, 35].map((k) => Math.round(three.predict([k])))).toEqual([0, 10, 11]);
    const two = new BoostedTrees({ ...PLAIN, leaves: 2, trees: 1, learningRate: 1 }).fit(rows, targets);
    expect(two.predict([25])).toBeCloseTo(10.5, 5);
  });

  test("a tree sees a share of the rows, drawn by the seed", () => {
    const { rows, targets } = madeUp(300);
    const of = (settings: Partial<BoostedTreesSettings>) =>
      new BoostedTrees({ trees: 10, rowShare: 0.5, ...settings }).fit(rows, targets).predict([0.5, 0.5, 0.5]);
    expect(of({ seed: 1 })).toBe(of({ seed: 1 }));
    expect(of({ seed: 1 })).not.toBe(of({ seed: 2 }));
    expect(of({ seed: 1 })).not.toBe(of({ seed: 1, generator: "numpy" }));
    expect(of({ seed: 1, rowShare: 1 })).toBe(of({ seed: 2, rowShare: 1 }));
  });

  test("stops where rows held back are predicted no better, and keeps the best trees", () => {
    const { rows, targets } = madeUp(300);
    const settings = {
      trees: 300,
      minRows: 1,
      learningRate: 0.3,
      validation: 0.2,
      patience: 4,
      seed: 3,
    };
    const fitted = new BoostedTrees(settings).fit(rows, targets);
    const { iteration, errors } = fitted.learning;
    expect(errors).toHaveLength(iteration + 4);
    expect(errors[iteration - 1]).toBe(Math.min(...errors));
    expect(errors.length).toBeLessThan(300);
    expect(fitted.state().roots).toHaveLength(iteration + 1);
    const same = new BoostedTrees({ ...settings, trees: iteration }).fit(rows, targets);
    expect(same.predict(rows[0]!)).toBe(fitted.predict(rows[0]!));
    expect(new BoostedTrees({ trees: 7 }).fit(rows, targets).learning).toEqual({
      iteration: 7,
      errors: [],
    });
  });

  test("measures on rows that no tree has seen", () => {
    const { rows, targets } = madeUp(300);
    const { errors } = new BoostedTrees({ ...PLAIN, validation: 0.3 }).fit(rows, targets).learning;
    // Leaves of single rows fit the rows of the fit exactly, but not the noise of others.
    expect(Math.min(...errors)).toBeGreaterThan(0.3);
    expect(Math.min(...errors)).toBeLessThan(0.6 * errors[0]!);
  });

  test("reports progress, and stops when it is aborted", () => {
    const { rows, targets } = madeUp(50);
    const reports: string[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => reports.push(`${done}/${total}`);
    new BoostedTrees({ trees: 2 }).fit(rows, targets, { onProgress });
    expect(reports).toEqual(["0/2", "1/2", "2/2"]);
    const signal = AbortSignal.abort(new Error("enough"));
    expect(() => new BoostedTrees().fit(rows, targets, { signal })).toThrow("enough");
  });

  test("leaves rows and targets alone, and is frozen", () => {
    const table = new FeatureTable({ values: Float64Array.of(1, 2, 3, Number.NaN), names: ["a", "b"] });
    const targets = Float64Array.of(1, 2);
    const fitted = new BoostedTrees(PLAIN).fit(table, targets);
    expect([...table.values]).toEqual([1, 2, 3, Number.NaN]);
    expect([...targets]).toEqual([1, 2]);
    expect(Object.isFrozen(fitted)).toBe(true);
    const narrow = new FeatureTable({ values: Float32Array.of(1, 2, 3, Number.NaN), names: ["a", "b"] });
    expect(fitted.predictMany(narrow)).toEqual(fitted.predictMany(table));
  });

  describe("saved and restored", () => {
    const { rows, targets } = madeUp(200);
    const settings = { trees: 5, validation: 0.2, leaves: 4, depth: Number.POSITIVE_INFINITY };
    const fitted = new BoostedTrees(settings).fit(rows, targets);
    const restored = (change: object = {}) =>
      BoostedTrees.restore({
        settings: fitted.settings,
        arrays: { ...fitted.state(), ...change },
        names: fitted.names,
      });

    test("predicts the same", () => {
      expect(restored().predictMany(rows)).toEqual(fitted.predictMany(rows));
      expect(restored().importance()).toEqual(fitted.importance());
      expect(restored().learning).toEqual(fitted.learning);
      expect(restored().settings).toEqual(fitted.settings);
    });

    test.each([
      ["no roots", { roots: undefined }],
      ["roots that go back", { roots: Int32Array.of(0, 7, 3, fitted.state().features!.length) }],
      [
        "roots beyond the last node",
        { roots: Int32Array.of(0, 2147483647, fitted.state().features!.length) },
      ],
      ["a feature that there is not", { features: (fitted.state().features as Int32Array).map(() => 3) }],
      ["a way in a circle", { lefts: (fitted.state().lefts as Int32Array).map(() => 0) }],
      ["a way out of the tree", { lefts: (fitted.state().lefts as Int32Array).map((left) => left + 6) }],
      [
        "a right child in the next tree",
        { lefts: (fitted.state().lefts as Int32Array).map((left) => left && 6) },
      ],
      ["too few numbers", { numbers: Float64Array.of(1) }],
      ["gains of other features", { gains: Float64Array.of(1) }],
      ["no start", { start: undefined }],
    ])("is refused with %s", (_, change) => {
      expect(() => restored(change)).toThrow(/^saved model: .*save the model again/);
    });
  });

  describe("given what is hard to learn from", () => {
    const wide = { ...PLAIN, trees: 20 };

    test("predicts a constant for constant targets, and knows no importance", () => {
      const fitted = new BoostedTrees(wide).fit(
        [
          [1, 2],
          [2, 1],
          [3, 0],
        ],
        [0.1, 0.1, 0.1],
      );
      expect(fitted.predict([9, 9])).toBe(0.1);
      expect(fitted.importance().map(({ share }) => share)).toEqual([Number.NaN, Number.NaN]);
    });

    test("predicts the one target there is for one row", () => {
      expect(new BoostedTrees(wide).fit([[Number.NaN]], [4]).predict([7])).toBe(4);
    });

    test("predicts the mean where all features are constant or NaN", () => {
      expect(
        new BoostedTrees(wide)
          .fit(
            [
              [1, Number.NaN],
              [1, Number.NaN],
            ],
            [2, 4],
          )
          .predict([5, 5]),
      ).toBeCloseTo(3, 12);
    });

    test("does not split what is explained already", () => {
      const fitted = new BoostedTrees({ ...wide, depth: 5 }).fit(
        Array.from({ length: 40 }, (_, k) => [k, (7 * k) % 40]),
        Array.from({ length: 40 }, (_, k) => (k < 20 ? 0.1 : 0.7)),
      );
      expect(fitted.importance()).toEqual([
        { feature: "feature 1", share: 1, splits: 20 },
        { feature: "feature 2", share: 0, splits: 0 },
      ]);
    });

    test.each<[string, () => unknown, string]>([
      ["no rows", () => new BoostedTrees().fit([], []), "features: there are no rows with features"],
      [
        "no features",
        () => new BoostedTrees().fit([[], []], [1, 2]),
        "features: there are no rows with features",
      ],
      [
        "rows of different lengths",
        () => new BoostedTrees().fit([[1, 2], [3]], [1, 2]),
        "row 1 has 1 features instead of 2",
      ],
      ["too few targets", () => new BoostedTrees().fit([[1], [2]], [1]), "targets: there are 1 for 2 rows"],
      ["a target NaN", () => new BoostedTrees().fit([[1], [2]], [1, Number.NaN]), "targets: NaN in row 1"],
      [
        "an infinite target",
        () => new BoostedTrees().fit([[1]], [Number.POSITIVE_INFINITY]),
        "targets: Infinity in row 0",
      ],
      ["a target without measure", () => new BoostedTrees().fit([[1]], [1e300]), "targets: 1e+300 in row 0"],
      ["depth 0", () => new BoostedTrees({ depth: 0 }), "depth: 0 is not a whole number of at least 1"],
      ["one leaf", () => new BoostedTrees({ leaves: 1 }), "leaves: 1 is not"],
      [
        "no share of the rows",
        () => new BoostedTrees({ rowShare: 0 }),
        "rowShare: 0 is not a number above 0",
      ],
      ["all rows held back", () => new BoostedTrees({ validation: 1 }), "validation: 1 is not a number"],
      [
        "less than a row held back",
        () => new BoostedTrees({ validation: 0.1 }).fit([[1], [2]], [1, 2]),
        "0.1 of 2 rows is less than one",
      ],
      [
        "steps too large",
        () => new BoostedTrees({ ...PLAIN, trees: 900, learningRate: 30 }).fit([[1], [2]], [1, 2]),
        "BoostedTrees diverged in iteration",
      ],
      ["a name twice", () => FeatureTable.from([[1, 2]], ["a", "a"]), 'names: "a" is repeated'],
      [
        "half a row",
        () => new FeatureTable({ values: Float64Array.of(1, 2, 3), names: ["a", "b"] }),
        "values: 3 numbers do not divide into rows of 2",
      ],
    ])("refuses %s with what is wrong", (_, act, message) => {
      expect(act).toThrow(RangeError);
      expect(act).toThrow(message);
    });

    test("predicts only from the features it was fitted on", () => {
      const fitted = new BoostedTrees(PLAIN).fit(
        FeatureTable.from(
          [
            [1, 2],
            [2, 3],
          ],
          ["a", "b"],
        ),
        [1, 2],
      );
      expect(() => fitted.predict([1])).toThrow("row 0 has 1 features instead of 2");
      expect(() => fitted.predictMany(FeatureTable.from([[1, 2]], ["b", "a"]))).toThrow(
        "b, a are not those of the fit, a, b",
      );
      expect(() => fitted.predictMany(FeatureTable.from([[1, 2, 3]], ["a", "b", "c"]))).toThrow(
        "are not those of the fit",
      );
      expect(fitted.predictMany([])).toEqual(new Float64Array(0));
    });
  });
});
