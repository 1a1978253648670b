import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { top10Rows } from "../../bench/lib/top10-rows.mjs";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { findDataset } from "../../src/node/find-dataset.js";
import { datasetTest } from "../dataset-test.js";

describe("the first tenth", () => {
  test.each(["ml-1m", "ml-10m"])(
    "of %s is the fold of scikit-learn's KFold(10, random_state=42)",
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), "reelbook-tenth-"));
      const lines = (all: string[]) => `${all.join("\n")}\n`;
      const rows = Array.from({ length: 10 }, (_, row) => `${row + 1}::${(row % 3) + 1}::4::978300760`);
      try {
        writeFileSync(join(folder, "ratings.dat"), lines(rows));
        writeFileSync(
          join(folder, "movies.dat"),
          lines(["1::One (1995)::Drama", "2::Two (1995)::Drama", "3::Three (1995)::Drama"]),
        );
        if (name === "ml-1m")
          writeFileSync(
            join(folder, "users.dat"),
            lines(rows.map((_, row) => `${row + 1}::F::1::10::48067`)),
          );
        const [split, ...more] = await PROTOCOLS[name]!.splits(folder);
        expect(more).toEqual([]);
        // numpy.random.RandomState(42).permutation(10) starts with 8.
        expect([...split!.test].map(({ userId }) => userId)).toEqual([9]);
        expect([...split!.train].map(({ userId }) => userId).sort((a, b) => Number(a) - Number(b))).toEqual([
          1, 2, 3, 4, 5, 6, 7, 8, 10,
        ]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

datasetTest(
  "ml-100k-top10",
  "the order of equally popular movies moves TopPop as the page says",
  async () => {
    const { train, test: unseen } = top10Rows(findDataset("ml-100k-top10"));
    const grouped = (rows: typeof train) => {
      const items = new Map<number, Set<number>>();
      for (const { userId, itemId } of rows) items.set(userId, (items.get(userId) ?? new Set()).add(itemId));
      return items;
    };
    const [rated, relevant] = [grouped(train), grouped(unseen)];
    const counts = new Map<number, number>();
    for (const { itemId } of train) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
    const popular = [...counts].sort(([, a], [, b]) => b - a);

    /** Means over users, with relevant items first or last among equally popular ones. */
    const row = (relevantFirst: boolean) => {
      const sums = [0, 0, 0];
      for (const [user, wanted] of relevant) {
        const weight = (itemId: number) => (wanted.has(itemId) === relevantFirst ? 1 : 0);
        const list = popular
          .filter(([itemId]) => !rated.get(user)?.has(itemId))
          .slice(0, 60)
          .sort(([one, a], [other, b]) => b - a || weight(other) - weight(one))
          .slice(0, 10);
        const gains = list.map(([itemId], place) => (wanted.has(itemId) ? 1 / Math.log2(place + 2) : 0));
        const hits = gains.filter((gain) => gain > 0).length;
        const ideal = Array.from(wanted, (_, place) => 1 / Math.log2(place + 2));
        const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
        for (const [k, value] of [hits / 10, hits / wanted.size, sum(gains) / sum(ideal)].entries())
          sums[k]! += value;
      }
      return sums.map((sum) => (sum / relevant.size).toFixed(4)).join(" / ");
    };
    const { about } = (await import("../../bench/leaderboard/table-46.mjs")).table46;
    expect(about).toContain(`from ${row(false)} to ${row(true)}, and the published one lies between`);
  },
);

datasetTest("ml-100k-top10", "all train rows of table 46 have their timestamps from ML-100K", async () => {
  const folder = findDataset("ml-100k-top10");
  const { train, test: unseen } = top10Rows(folder, findDataset("ml-100k"));
  expect(train.every(({ timestamp = 0 }) => timestamp > 874_000_000 && timestamp < 894_000_000)).toBe(true);
  expect(unseen.some(({ timestamp }) => timestamp !== undefined)).toBe(false);
  expect(top10Rows(folder).train.some(({ timestamp }) => timestamp !== undefined)).toBe(false);
});
