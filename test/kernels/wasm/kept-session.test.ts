import { expect, test } from "vitest";
import { KeptSession } from "../../../src/kernels/wasm/kept-session.js";
import type { MemoryPlan } from "../../../src/kernels/wasm/memory-plan.js";
import { Runtime } from "../../../src/kernels/wasm/runtime.js";

const runtime = new Runtime({ threads: 2, relaxedSimd: false });

function counting(bytes = 8) {
  let filled = 0;
  const kept = new KeptSession<{ readonly place: number }>(runtime);
  const of = (...key: unknown[]) =>
    kept.of(
      key,
      (plan: MemoryPlan) => ({ place: plan.reserve(bytes) }),
      () => {
        filled++;
      },
    );
  return { of, filled: () => filled };
}

test("a session of one thread is kept for the same objects and sizes, and filled once", () => {
  const { of, filled } = counting();
  const ratings = {};
  const first = of(ratings, 3)!;
  expect(first.session.threads).toBe(1);
  expect(of(ratings, 3)).toBe(first);
  expect(filled()).toBe(1);
  expect(of(ratings, 4)).not.toBe(first);
  expect(of({}, 4)).not.toBe(first);
  expect(filled()).toBe(3);
});

test("there is none where there is no memory", () => {
  expect(counting(2 ** 33).of(1)).toBeUndefined();
});

test("has relaxed SIMD only for kernels that are in its build", () => {
  const asked: unknown[] = [];
  const runtime = new Runtime({ threads: 1, relaxedSimd: false });
  runtime.open = (_plan, options) => {
    asked.push(options?.hasRelaxed);
    return undefined;
  };
  for (const options of [{}, { hasRelaxed: true }]) {
    new KeptSession(runtime, options).of(
      [],
      () => ({}),
      () => {},
    );
  }
  expect(asked).toEqual([false, true]);
});
