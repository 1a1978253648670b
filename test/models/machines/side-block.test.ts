import { expect, test } from "vitest";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { historyBlock } from "../../../src/models/machines/history-block.js";
import { sideBlock } from "../../../src/models/machines/side-block.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { sparse, tableOf } from "../../sparse/matrices.js";

const block = historyBlock(sparse([[5], [3]]), "user");

test("sideBlock adds the columns of side data and their groups", () => {
  const side = SideFeatures.from([
    { id: 2, job: "artist", likes: ["a", "b"] },
    { id: 1, job: "writer" },
  ]);
  const columns = { rows: side.rowsFor(IdIndex.from([1, 2])), groups: side.groups };
  const { features, groups } = sideBlock(block, columns, "user");
  const x = 1 / Math.sqrt(2);
  expect(tableOf(features)).toEqual([
    [1, 0, 1, 0, 1, 0, 0],
    [0, 1, 1, 1, 0, x, x],
  ]);
  expect(groups).toEqual([
    { name: "user", size: 2 },
    { name: "user's history", size: 1 },
    { name: "user: job", size: 2, labels: ["artist", "writer"] },
    { name: "user: likes", size: 2, labels: ["a", "b"] },
  ]);
});

test("sideBlock without side data is the block", () =>
  expect(sideBlock(block, undefined, "user")).toBe(block));
