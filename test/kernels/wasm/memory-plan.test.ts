import { expect, test } from "vitest";
import { CONTROL_BYTES, MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";

test("places follow one another on cache lines, after the control bytes", () => {
  const plan = new MemoryPlan();
  expect(plan.bytes).toBe(CONTROL_BYTES);
  expect(plan.float64(9)).toBe(CONTROL_BYTES);
  expect(plan.float32(1)).toBe(CONTROL_BYTES + 128);
  expect(plan.int32(0)).toBe(CONTROL_BYTES + 192);
  expect(plan.reserve(64)).toBe(CONTROL_BYTES + 192);
  expect(plan.bytes).toBe(CONTROL_BYTES + 256);
});
