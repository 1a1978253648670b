import { expect, test } from "vitest";
import { copySide, failedRow, panelBytes, reserveSide } from "../../../src/kernels/wasm/als-side-job.js";
import { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import { numbersOf } from "../../../src/kernels/wasm/numbers-of.js";
import { alsSides } from "./factors/als-cases.js";
import { runtimes } from "./on-threads.js";

test("the equations of a side are copied to their places, and no row has failed yet", () => {
  const { equations } = alsSides({ users: 20, items: 9, width: 3, seed: 1 }).users;
  const plan = new MemoryPlan();
  const numbers = numbersOf("single");
  const places = reserveSide(plan, equations, numbers);
  const session = runtimes[0]!.open(plan)!;
  copySide(session, places, equations, numbers, {
    base: 1,
    others: 2,
    into: 3,
    width: 3,
    stride: 8,
    steps: 4,
  });
  const { weights, targets } = equations;
  expect(session.int32(places.indices, weights.count)).toEqual(weights.indices);
  expect(session.float32(places.targets, targets.length)).toEqual(Float32Array.from(targets));
  expect([...session.int32(places.words, 13).subarray(5)]).toEqual([1, 2, 3, 3, 8, 20, 4, 20]);
  expect(failedRow(session, places)).toBe(20);
});

test("two panels hold 128 vectors in double precision each", () => {
  expect(panelBytes(8)).toBe(2 * 128 * 8 * 8);
});
