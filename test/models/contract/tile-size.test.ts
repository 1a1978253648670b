import { expect, test } from "vitest";
import { TileSize } from "../../../src/models/contract/tile-size.js";

/** The sizes after tiles that took so many milliseconds each. */
const sizesOf = (itemCount: number, times: readonly number[], users = 9999) => {
  const tile = new TileSize(itemCount, users);
  const after = (time: number) => {
    tile.took(time);
    return tile.users;
  };
  return [tile.users, ...times.map(after)];
};

test("begins with one user, grows while tiles are fast, and shrinks where they are slow", () => {
  expect(sizesOf(10, [1, 1, 1, 150, 500, 500, 500, 500])).toEqual([1, 2, 4, 8, 8, 4, 2, 1, 1]);
});

test("begins with as many users as it is told, up to the most", () => {
  const tile = new TileSize(10, 100);
  tile.beginWith(7);
  expect(tile.users).toBe(7);
  tile.beginWith(900);
  expect(tile.users).toBe(100);
});

test("holds at most 1024 users, no more than there are, and at most 2 million numbers", () => {
  const fast = Array.from({ length: 12 }, () => 1);
  expect(sizesOf(1, fast).at(-1)).toBe(1024);
  expect(sizesOf(2 ** 20, fast).at(-1)).toBe(2);
  expect(sizesOf(2 ** 22, fast).at(-1)).toBe(1);
  expect(sizesOf(1, fast, 3).at(-1)).toBe(3);
  expect(new TileSize(1, 0).most).toBe(1);
});
