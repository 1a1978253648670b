import { expect, test } from "vitest";
import { RatingsPlan } from "../../../../src/kernels/wasm/factors/placed-ratings.js";
import { MemoryPlan } from "../../../../src/kernels/wasm/memory-plan.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { sparse } from "../../../sparse/matrices.js";

test("a sparse matrix is copied to its places", () => {
  const ratings = sparse([
    [1, 0, 4.5],
    [0, 2, 0],
  ]);
  const plan = new MemoryPlan();
  const planned = new RatingsPlan(ratings);
  const places = planned.reserve(plan);
  const session = new Runtime({ threads: 1, relaxedSimd: false }).open(plan)!;
  planned.fill(session, places);
  expect(session.int32(places.starts, 3)).toEqual(ratings.starts);
  expect(session.int32(places.items, 3)).toEqual(ratings.indices);
  expect(session.float64(places.values, 3)).toEqual(ratings.values);
});
