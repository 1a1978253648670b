import { expect, test } from "vitest";
import { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import { numbersOf } from "../../../src/kernels/wasm/numbers-of.js";

test("numbers of a precision take 8 or 4 bytes", () => {
  for (const [precision, bytes] of [
    ["double", 8],
    ["single", 4],
  ] as const) {
    const numbers = numbersOf(precision);
    const plan = new MemoryPlan();
    const place = numbers.reserve(plan, 64);
    expect(numbers.bytes).toBe(bytes);
    expect(plan.bytes - place).toBe(64 * bytes);
  }
});
