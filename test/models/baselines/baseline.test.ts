import { describe, expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { holdBack } from "../../../src/models/training/early-stopping.js";
import { baselineBiases } from "../../../src/reference/baseline.js";
import type { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new Baseline());
conformance(new Baseline({ optimizer: "sgd", iterations: 5 }));

describe("Baseline", () => {
  test("gives the biases of the reference implementation", () => {
    const rows = [...smallRatings.values].map((rating, row) => ({
      user: smallRatings.userIndices[row]!,
      item: smallRatings.itemIndices[row]!,
      rating,
    }));
    for (const settings of [
      {},
      { iterations: 1 },
      { iterations: 3, userRegularization: 0, itemRegularization: 2 },
    ]) {
      const fitted = new Baseline(settings).fit(smallRatings);
      const expected = baselineBiases(rows, settings);
      for (const [user, bias] of expected.users.entries())
        expect(fitted.userBiases[user]).toBeCloseTo(bias, 12);
      for (const [item, bias] of expected.items.entries())
        expect(fitted.itemBiases[item]).toBeCloseTo(bias, 12);
    }
  });

  test("without regularization, users and items without ratings have the bias 0", () => {
    const { kept } = holdBack(smallRatings, { validation: 0.6, seed: 1, generator: "reelbook" });
    const unrated = (rows: CsrMatrix) =>
      Array.from({ length: rows.rowCount }, (_, row) => row).filter((row) => rows.rowLength(row) === 0);
    const fitted = new Baseline({ userRegularization: 0, itemRegularization: 0 }).fit(kept);
    const [users, items] = [unrated(kept.byUser), unrated(kept.byItem)];
    expect([users.length, items.length]).not.toContain(0);
    for (const user of users) expect(fitted.userBiases[user]).toBe(0);
    for (const item of items) expect(fitted.itemBiases[item]).toBe(0);
    for (const bias of [...fitted.userBiases, ...fitted.itemBiases]) expect(bias).not.toBeNaN();
  });

  test("says what the known side tells of a pair that it does not know", () => {
    const fitted = new Baseline().fit(smallRatings);
    const { mean } = smallRatings;
    expect(fitted.partialScore(0, -1)).toBe(mean + fitted.userBiases[0]!);
    expect(fitted.partialScore(-1, 2)).toBe(mean + fitted.itemBiases[2]!);
    expect(fitted.partialScore(-1, -1)).toBe(mean);
  });

  test("a new user gets the bias of a user with the same ratings", () => {
    const fitted = new Baseline().fit(smallRatings);
    const newUser = fitted.foldIn(smallRatings.ofUser(20));
    expect(newUser.predict("e")).toBeCloseTo(fitted.predict(20, "e"), 12);
  });

  test("gradient descent comes near least squares", () => {
    const solved = new Baseline({ userRegularization: 0.02, itemRegularization: 0.02, iterations: 500 }).fit(
      smallRatings,
    );
    const stepped = new Baseline({
      optimizer: "sgd",
      iterations: 20000,
      learningRate: 0.01,
      regularization: 0.02 / 3,
    }).fit(smallRatings);
    expect(stepped.predict(30, "a")).toBeCloseTo(solved.predict(30, "a"), 1);
  });

  test("refuses an optimizer that is none", () => {
    expect(() => new Baseline({ optimizer: "adam" as never })).toThrow(
      'optimizer: "adam" is none of "als", "sgd"',
    );
  });
});
