// @module-tag slow
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { FittedFactors } from "../../../src/models/factors/fitted-factors.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { saveVectors } from "../../../src/node/tables/save-vectors.js";
import type { Id } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { parquetPackages } from "./parquet.js";

const ratings = simulateRatings({ users: 20, items: 15, count: 120, seed: 2 });
let folder: string;
let readers: any;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reelbook-"));
  readers = (await parquetPackages()).hyparquet;
});

async function savedVectors(fitted: FittedFactors, of: "items" | "users"): Promise<Map<Id, number[]>> {
  const path = join(folder, `${of}.parquet`);
  await saveVectors(path, fitted, { of });
  const bytes = await readFile(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const rows = await readers.parquetReadObjects({ file });
  const plain = (id: bigint | string) => (typeof id === "bigint" ? Number(id) : id);
  return new Map(rows.map(({ id, vector }: { id: bigint; vector: number[] }) => [plain(id), vector]));
}

test.each([
  ["with biases, one more place", new FunkSvd({ factors: 5, iterations: 3 }).fit(ratings), 6],
  ["without biases", new ImplicitAls({ factors: 5, iterations: 2 }).fit(ratings), 5],
] as const)("dot products of the vectors order items as the model does: %s", async (_, fitted, width) => {
  const [users, items] = [await savedVectors(fitted, "users"), await savedVectors(fitted, "items")];
  expect([users.size, items.size]).toEqual([ratings.users.size, ratings.items.size]);
  for (const [userId, user] of users) {
    expect(user).toHaveLength(width);
    const list = fitted.recommend(userId, { count: 15, excludeSeen: false });
    const scores = list.map(({ itemId }) =>
      items.get(itemId)!.reduce((sum, value, place) => sum + value * user[place]!, 0),
    );
    // What is the same for all items of a user is not in the vectors, and floats have 7 digits.
    const constant = list[0]!.score - scores[0]!;
    for (const [place, score] of scores.entries())
      expect(score + constant).toBeCloseTo(list[place]!.score, 4);
  }
});

test("ids that are texts are saved as texts", async () => {
  const rows = [...ratings].map((row) => ({ ...row, itemId: `b${row.itemId}` }));
  const fitted = new ImplicitAls({ factors: 2, iterations: 1 }).fit(Ratings.from(rows));
  const items = await savedVectors(fitted, "items");
  expect([...items.keys()]).toEqual(fitted.items.ids);
});

test("a model without factors, and an unknown side, are refused", async () => {
  const path = join(folder, "none.parquet");
  // @ts-expect-error Ease has no factors.
  await expect(saveVectors(path, new Ease().fit(ratings))).rejects.toThrow(
    "Ease has no factors to save; take a model of factors, such as ImplicitAls",
  );
  const fitted = new ImplicitAls({ factors: 2, iterations: 1 }).fit(ratings);
  await expect(saveVectors(path, fitted, { of: "movies" as "items" })).rejects.toThrow(
    'of: "movies" is none of "items", "users"',
  );
});
