import { describe, expect, test } from "vitest";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { SvdPlusPlus } from "../../../src/models/factors/svd-plus-plus.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { holdBack } from "../../../src/models/training/early-stopping.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { allScores, conformance, smallRatings } from "../contract/conformance.js";

conformance(new FunkSvd({ factors: 2, iterations: 8, validation: 0.3, patience: 2 }));
conformance(new SvdPlusPlus({ factors: 2, iterations: 8, validation: 0.3, patience: 2 }));

describe("ratings held back", () => {
  const { kept, heldBack } = holdBack(smallRatings, { validation: 0.3, seed: 1, generator: "reelbook" });

  test("are a share of them, rounded down, and the others are kept in their order", () => {
    expect([kept.count, heldBack.count]).toEqual([10, 3]);
    const rows = [...smallRatings].map(({ timestamp: _, ...rating }) => rating);
    const isHeldBack = (row: (typeof rows)[number]) => !Number.isNaN(heldBack.get(row.userId, row.itemId));
    expect([...kept]).toEqual(rows.filter((row) => !isHeldBack(row)));
    expect([...heldBack]).toEqual(rows.filter(isHeldBack));
  });

  test("leave no user and no item out, whoever has none left", () => {
    for (const part of [kept, heldBack]) {
      expect(part.users).toBe(smallRatings.users);
      expect(part.items).toBe(smallRatings.items);
      expect(part.scale).toEqual(smallRatings.scale);
    }
  });

  test("are others with another seed", () => {
    const other = holdBack(smallRatings, { validation: 0.3, seed: 2, generator: "reelbook" });
    expect([...other.heldBack]).not.toEqual([...heldBack]);
  });

  test("are at least one", () => {
    expect(() => new FunkSvd({ validation: 0.05 }).fit(smallRatings)).toThrow(
      "validation: 0.05 of 13 ratings is less than one; hold back a larger share, or 0",
    );
  });
});

const ratings = simulateRatings({ users: 60, items: 40, count: 900, seed: 4 });
const settings = { factors: 8, learningRate: 0.05, regularization: 0, iterations: 60, seed: 2 };

describe.each([FunkSvd, SvdPlusPlus])("%o, which learns by heart,", (Model) => {
  const early = { ...settings, validation: 0.2, patience: 3 };
  const fitted = new Model(early).fit(ratings);
  const { iteration, errors } = fitted.learning;

  test("stops after so many iterations that are no better, and keeps the best", () => {
    expect(iteration).toBeLessThan(settings.iterations - early.patience);
    expect(errors).toHaveLength(iteration + early.patience);
    expect(Math.min(...errors)).toBe(errors[iteration - 1]);
  });

  test("is the model of as many iterations over the ratings it kept", () => {
    const { kept } = holdBack(ratings, { ...early, generator: "reelbook" });
    const asLong = new Model({ ...settings, iterations: iteration }).fit(kept);
    expect(allScores(fitted)).toEqual(allScores(asLong));
    expect(asLong.learning).toEqual({ iteration, errors: [] });
  });

  test("its errors are those on ratings that it has not seen", () => {
    const { kept, heldBack } = holdBack(ratings, { ...early, generator: "reelbook" });
    const after2 = new Model({ ...settings, iterations: 2 }).fit(kept);
    const squares = [...heldBack].map(
      ({ userId, itemId, rating }) => (after2.predict(userId, itemId) - rating) ** 2,
    );
    const sum = squares.reduce((total, square) => total + square, 0);
    expect(errors[1]).toBeCloseTo(Math.sqrt(sum / squares.length), 12);
  });

  test("goes on to the end where it has the patience", () => {
    const patient = new Model({ ...early, patience: 60 }).fit(ratings).learning;
    expect(patient.errors).toHaveLength(60);
    expect(patient.errors.slice(0, errors.length)).toEqual(errors);
  });

  test("leaves out of its advice what was held back, too", () => {
    const { heldBack } = holdBack(ratings, { ...early, generator: "reelbook" });
    const { userId, itemId } = heldBack.at(0);
    const advised = fitted.recommend(userId, { count: 99 }).map((item) => item.itemId);
    expect(advised).not.toContain(itemId);
  });

  test("still knows when it stopped once it was saved", () => {
    expect(modelFromBuffer(modelToBuffer(fitted))).toMatchObject({ learning: { iteration, errors } });
  });
});

test("settings out of range are named", () => {
  expect(() => new FunkSvd({ validation: 1 })).toThrow("validation: 1 is not a number from 0 to below 1");
  expect(() => new SvdPlusPlus({ patience: 0 })).toThrow("patience: 0 is not a whole number of at least 1");
});
