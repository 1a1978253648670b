import { expect, test } from "vitest";
import { WalkedWeights } from "../../../src/models/item-weights/walked-weights.js";
import { sparse } from "../../sparse/matrices.js";

const none = Number.NaN;

/** Items 0 and 1 have user 0 in common, items 1 and 2 user 1; nobody has item 3. */
const weights = new WalkedWeights({
  toUser: sparse([
    [1, 0],
    [0.5, 0.5],
    [0, 1],
    [0, 0],
  ]),
  toItem: sparse(
    [
      [0.25, 0.75, 0, 0],
      [0, 0.5, 0.5, 0],
    ],
    4,
  ),
});

test("adds up the walks over all users, and has none from an item to itself", () => {
  expect([...weights.from(0)]).toEqual([none, 0.75, none, none]);
  expect([...weights.from(1)]).toEqual([0.125, none, 0.25, none]);
  expect([...weights.from(3)]).toEqual([none, none, none, none]);
  expect([weights.at(1, 0), weights.at(0, 2), weights.at(1, 1)]).toEqual([0.125, none, none]);
});

test("scores a user by value × weight, NaN where no walk leads", () => {
  const into = new Float64Array(4);
  weights.score(Int32Array.of(0, 1), Float64Array.of(4, 2), into);
  expect([...into]).toEqual([0.25, 3, 0.5, none]);
});

test("saves nothing", () => {
  expect(weights.state()).toEqual({});
});
