import { describe, expect, test } from "vitest";
import { Centerings } from "../../../src/models/neighbors/centering.js";
import { ComparedRows } from "../../../src/models/neighbors/compared-rows.js";
import { SIMILARITIES, type SimilarityName } from "../../../src/models/neighbors/knn-settings.js";
import { similarity } from "../../../src/reference/similarity.js";
import { denseRow } from "../../../src/sparse/dense-row.js";
import { rowOf } from "../../../src/sparse/row-of.js";
import { fourItems as ratings } from "./four-items.js";

const compared = (similarity: SimilarityName, side: "items" | "users" = "items", columnPower = 0) =>
  new ComparedRows(ratings, side, { similarity, minCommon: 1, shrinkage: 0, keep: Infinity, columnPower });

describe.each(SIMILARITIES)("%s", (name) => {
  test("of one row equals that of all rows", () => {
    const rows = compared(name);
    const all = rows.all();
    for (let row = 0; row < 4; row++) {
      const one = rows.of(row);
      const expected = denseRow(all, row);
      for (let other = 0; other < 4; other++) if (other !== row) expect(one[other]).toEqual(expected[other]);
    }
  });

  test("of a new user with a user's ratings is that of the user, without the baseline", () => {
    if (name === "pearson-baseline") return;
    const rows = compared(name, "users");
    for (let user = 0; user < 4; user++) {
      const { indices, values } = rowOf(ratings.byUser, user);
      const found = rows.ofNewUser(indices, values);
      const expected = rows.of(user);
      for (let other = 0; other < 4; other++) {
        if (Number.isNaN(expected[other]!)) expect(found[other]).toBeNaN();
        else expect(found[other]).toBeCloseTo(expected[other]!, 12);
      }
    }
  });
});

test("pearson-baseline of a new user is the cosine of the residuals of the baseline", () => {
  const centering = new Centerings(ratings, "users").of("baseline");
  const [items, values] = [Int32Array.of(0, 1, 2), Float64Array.of(5, 1, 4)];
  const { offset } = centering.newUser(items, values);
  const own = new Map(
    [...items].map((item, k) => [item, values[k]! - offset - centering.columnOffsets[item]!]),
  );
  const found = compared("pearson-baseline", "users").ofNewUser(items, values);
  for (let user = 0; user < 4; user++) {
    const { indices, values } = rowOf(ratings.byUser, user);
    const residual = (item: number, k: number) =>
      values[k]! - centering.rowOffsets[user]! - centering.columnOffsets[item]!;
    const theirs = new Map([...indices].map((item, k) => [item, residual(item, k)]));
    expect(found[user]).toBeCloseTo(similarity("cosine-common", own, theirs), 12);
  }
});

test("by hand: adjusted-cosine subtracts the means of the users", () => {
  // The means of a, b, c, d are 3.5, 23 / 6, 2, 2.
  const x = [1.5, 1 / 6, -1, 1];
  const y = [0.5, 2 / 3, 0, -1];
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  expect(compared("adjusted-cosine").of(0)[1]).toBeCloseTo(dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y)), 12);
});

test("a column power multiplies the values of a column with n ratings by n^-power", () => {
  // Items z and w share user a with 4 ratings; users b and c, who rated z, have 3.
  const [z, w] = [2, 3];
  const norm = Math.sqrt(9 / 16 + 9 / 9 + 9 / 9) * (2 / 4);
  expect(compared("cosine", "items", 1).of(z)[w]).toBeCloseTo((3 * 2) / 16 / norm, 12);
});

test("only candidates are compared", () => {
  const rows = compared("euclidean").all({}, Uint8Array.of(1, 0, 0, 0));
  expect([...rows.indices]).toEqual([0, 0, 0]);
  expect(rows.rowLength(0)).toBe(0);
});

test("pearson-baseline shrinks with one common rating less", () => {
  const settings = { similarity: "pearson-baseline", minCommon: 1, keep: Infinity } as const;
  const shrunk = new ComparedRows(ratings, "items", { ...settings, shrinkage: 6 }).of(0)[1]!;
  const plain = new ComparedRows(ratings, "items", { ...settings, shrinkage: 0 }).of(0)[1]!;
  expect(shrunk / plain).toBeCloseTo((4 - 1) / (4 - 1 + 6), 12);
});

test.each([
  ["euclidean", Math.sqrt(11.25 - 5)],
  ["rmsd", Math.sqrt((11.25 - 5) / 4)],
  ["msd", (11.25 - 5) / 4],
] as const)("by hand: pair has the distance of %s", (name, distance) => {
  // The differences of x and y are 1, −0.5, −1 and 2.
  expect(compared(name).pair(0, 1)).toEqual({ common: 4, distance: expect.closeTo(distance, 12) });
});

test("pair of other similarities has no distance, and any order of calls gives the same", () => {
  const rows = compared("pearson");
  expect(rows.pair(0, 3)).toEqual({ common: 1 });
  expect(rows.pair(2, 0)).toEqual({ common: 3 });
  expect(rows.pair(3, 0)).toEqual({ common: 1 });
  expect(rows.pair(0, 2)).toEqual({ common: 3 });
});
