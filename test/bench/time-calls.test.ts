import { expect, test, vi } from "vitest";
import { timeCalls } from "../../bench/ours/time-calls.mjs";

test("the first call is apart from the median of the later ones", () => {
  vi.useFakeTimers();
  const milliseconds = [900, 100, 300, 200];
  const prepared: number[] = [];
  const work = () => vi.advanceTimersByTime(milliseconds[prepared.length - 1]!) && prepared.length;
  const timed = timeCalls(work, 3, () => {
    vi.advanceTimersByTime(5000);
    prepared.push(1);
  });
  vi.useRealTimers();
  expect(timed).toEqual({ firstSeconds: 0.9, seconds: 0.2, answer: 4 });
});

test("a single call has no other time", () => {
  expect(timeCalls(() => 1, 0)).toEqual({ seconds: expect.any(Number), answer: 1 });
});
