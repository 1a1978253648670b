import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterShifts, moveToClusters } from "../../../src/kernels/groups/co-clusters.js";
import { mean } from "../../../src/math/statistics.js";
import { coClusterRound, coClusterScorer } from "../../../src/reference/co-clusters.js";
import type { CsrMatrix } from "../../../src/sparse/csr-matrix.js";
import { rowMeans } from "../../../src/sparse/row-means.js";
import { transpose } from "../../../src/sparse/transpose.js";
import { sparse, type Table, tables } from "../../sparse/matrices.js";

const clusters = (labels: readonly number[], count: number) => ({ labels: Int32Array.from(labels), count });

/** Moves all rows of a matrix once. */
function moved(
  matrix: CsrMatrix,
  shifts: Float64Array,
  rows: { labels: Int32Array; count: number },
  columns: { labels: Int32Array; count: number },
): number {
  const means = { rowMeans: rowMeans(matrix), columnMeans: rowMeans(transpose(matrix)) };
  return moveToClusters(
    matrix,
    means,
    { values: shifts, rowStep: columns.count, columnStep: 1 },
    rows,
    columns,
  );
}

test("by hand: the shifts of two clusters of users and two of items", () => {
  const ratings = sparse([
    [5, 1, 0],
    [4, 0, 2],
    [1, 5, 0],
  ]);
  // The means of the user clusters are 3 (5, 1, 4, 2) and 3 (1, 5); of the item clusters 10 / 3 and
  // 8 / 3.
  const shifts = clusterShifts(ratings, clusters([0, 0, 1], 2), clusters([0, 1, 1], 2), 3);
  const expected = [4.5 - 3 - 10 / 3, 1.5 - 3 - 8 / 3, 1 - 3 - 10 / 3, 5 - 3 - 8 / 3];
  expect([...shifts]).toEqual(expected.map((shift) => expect.closeTo(shift, 12)));
});

test("the mean of all ratings replaces that of an empty cluster", () => {
  // Nobody is in user cluster 1: 2 − 2 − 3 for both item clusters, whose means are 3 and 1.
  const shifts = clusterShifts(sparse([[3, 1]]), clusters([0], 2), clusters([0, 1], 2), 2);
  expect([...shifts]).toEqual([3 - 2 - 3, 1 - 2 - 1, 2 - 2 - 3, 2 - 2 - 1]);
});

test("by hand: a row moves to the cluster whose shifts are nearest to its residuals, and is counted", () => {
  const ratings = sparse([
    [5, 1],
    [1, 5],
  ]);
  // All means are 3, so that the residuals of row 0 are −1 and −5, those of row 1 −5 and −1.
  const shifts = Float64Array.of(-1, -5, -5, -1);
  const rows = clusters([1, 1], 2);
  expect(moved(ratings, shifts, rows, clusters([0, 1], 2))).toBe(1);
  expect([...rows.labels]).toEqual([0, 1]);
  expect(moved(ratings, shifts, rows, clusters([0, 1], 2))).toBe(0);
});

test("of clusters with equal errors, and for a row without ratings, the first is taken", () => {
  const rows = clusters([1, 1], 2);
  moved(
    sparse([
      [5, 1],
      [0, 0],
    ]),
    Float64Array.of(-1, -1, -1, -1),
    rows,
    clusters([0, 1], 2),
  );
  expect([...rows.labels]).toEqual([0, 0]);
});

describe("with any ratings and any number of clusters", () => {
  const counts = fc.integer({ min: 1, max: 4 });
  const cases = fc.tuple(tables, counts, counts, fc.infiniteStream(fc.nat(11)));
  const indexedOf = (table: Table) =>
    table.flatMap((line, user) =>
      line.flatMap((rating, item) => (rating === 0 ? [] : [{ user, item, rating }])),
    );
  const check = (
    compare: (table: Table, userClusters: number, itemClusters: number, labels: number[]) => void,
  ) =>
    fc.assert(
      fc.property(cases, ([table, userClusters, itemClusters, stream]) => {
        fc.pre(table.flat().some((rating) => rating !== 0));
        const labels = [...stream.take(table.length + table[0]!.length)];
        compare(table, userClusters, itemClusters, labels);
      }),
      { numRuns: 100 },
    );

  test("a score is the means of user and item plus the shift, as in the reference", () => {
    check((table, userClusters, itemClusters, labels) => {
      const users = labels.slice(0, table.length).map((label) => label % userClusters);
      const items = labels.slice(table.length).map((label) => label % itemClusters);
      const indexed = indexedOf(table);
      const score = coClusterScorer(indexed, { users, items });
      const matrix = sparse(table);
      const overall = mean(indexed.map(({ rating }) => rating));
      const shifts = clusterShifts(
        matrix,
        clusters(users, userClusters),
        clusters(items, itemClusters),
        overall,
      );
      const [userMeans, itemMeans] = [rowMeans(matrix), rowMeans(transpose(matrix))];
      for (const { user, item } of indexed) {
        const shift = shifts[users[user]! * itemClusters + items[item]!]!;
        const expected = score({ user, item }, { users, items });
        expect(userMeans[user]! + itemMeans[item]! + shift).toBeCloseTo(expected, 10);
      }
    });
  });

  test("rows and columns move to clusters with the least error of the reference", () => {
    check((table, userClusters, itemClusters, labels) => {
      const users = labels.slice(0, table.length).map((label) => label % userClusters);
      const items = labels.slice(table.length).map((label) => label % itemClusters);
      const indexed = indexedOf(table);
      const score = coClusterScorer(indexed, { users, items });
      const errorOf = (clusters: { users: number[]; items: number[] }, rows = indexed) =>
        rows.reduce((sum, row) => sum + (row.rating - score(row, clusters)) ** 2, 0);
      const round = coClusterRound(indexed, { users, items }, { userClusters, itemClusters });

      const matrix = sparse(table);
      const overall = mean(indexed.map(({ rating }) => rating));
      const [ofUsers, ofItems] = [clusters(users, userClusters), clusters(items, itemClusters)];
      const values = clusterShifts(matrix, ofUsers, ofItems, overall);
      const changed = moved(matrix, values, ofUsers, ofItems);
      expect(changed).toBe(users.filter((label, user) => label !== ofUsers.labels[user]).length);
      // Clusters of equal errors may be told apart by rounding: the errors are compared.
      expect(errorOf({ users: [...ofUsers.labels], items })).toBeCloseTo(
        errorOf({ users: [...round.users], items }),
        9,
      );
      const columns = transpose(matrix);
      const means = { rowMeans: rowMeans(columns), columnMeans: rowMeans(matrix) };
      moveToClusters(columns, means, { values, rowStep: 1, columnStep: itemClusters }, ofItems, ofUsers);
      const movedUsers = [...ofUsers.labels];
      const least = items.map((_, item) => {
        const rows = indexed.filter((row) => row.item === item);
        const errors = Array.from({ length: itemClusters }, (_, cluster) =>
          errorOf({ users: movedUsers, items: items.map((old, k) => (k === item ? cluster : old)) }, rows),
        );
        return Math.min(...errors);
      });
      const error = errorOf({ users: movedUsers, items: [...ofItems.labels] });
      expect(error).toBeCloseTo(
        least.reduce((sum, each) => sum + each, 0),
        9,
      );
      if (movedUsers.every((label, user) => label === round.users[user])) {
        expect(error).toBeCloseTo(errorOf({ users: [...round.users], items: [...round.items] }), 9);
      }
    });
  });
});
