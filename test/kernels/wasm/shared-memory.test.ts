import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CONTROL_BYTES } from "../../../src/kernels/wasm/memory-plan.js";
import { SharedMemory } from "../../../src/kernels/wasm/shared-memory.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MEGABYTE = 1024 * 1024;

test("the memory grows to the largest job and is used again, filled with 0", () => {
  const shared = new SharedMemory(() => {});
  const memory = shared.take(100_000);
  const bytes = new Uint8Array(memory.buffer);
  expect(bytes.length).toBe(131_072);
  bytes.fill(7, 0, 100_000);
  shared.giveBack();
  expect(shared.take(200_000)).toBe(memory);
  const again = new Uint8Array(memory.buffer);
  expect(again.length).toBe(262_144);
  expect(again[CONTROL_BYTES - 1]).toBe(7);
  expect(again.subarray(CONTROL_BYTES).every((byte) => byte === 0)).toBe(true);
});

test("a large memory is dropped a while after the last job, a small one is kept", () => {
  let released = 0;
  const shared = new SharedMemory(() => {
    released++;
  });
  const small = shared.take(MEGABYTE);
  shared.giveBack();
  vi.advanceTimersByTime(60_000);
  expect(shared.take(MEGABYTE)).toBe(small);
  expect(shared.take(65 * MEGABYTE)).toBe(small);
  shared.giveBack();
  vi.advanceTimersByTime(9_000);
  shared.take(MEGABYTE);
  vi.advanceTimersByTime(60_000);
  expect(released).toBe(0);
  shared.giveBack();
  vi.advanceTimersByTime(10_000);
  expect(released).toBe(1);
  expect(shared.take(MEGABYTE)).not.toBe(small);
});

test("a memory that is too large is an error, and the one at hand stays", () => {
  const shared = new SharedMemory(() => {});
  const memory = shared.take(MEGABYTE);
  expect(() => shared.take(2 ** 33)).toThrow(RangeError);
  expect(shared.take(MEGABYTE)).toBe(memory);
});
