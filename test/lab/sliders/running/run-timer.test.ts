import { expect, test } from "vitest";
import { RunTimer } from "../../../../lab/sliders/running/run-timer.js";

test("a run begins when it is sent or when the run before it has ended", () => {
  const timer = new RunTimer();
  timer.sent("m1", "a", "1", 100);
  timer.sent("m2", "b", "2", 101);
  expect(timer.replied("m1", "ok", 150)).toEqual({ id: "a", source: "1", milliseconds: 50, succeeded: true });
  expect(timer.replied("m2", "error", 180)).toEqual({
    id: "b",
    source: "2",
    milliseconds: 30,
    succeeded: false,
  });
  timer.sent("m3", "a", "3", 500);
  expect(timer.replied("m3", "ok", 510)?.milliseconds).toBe(10);
});

test("dropped and unknown requests are no runs", () => {
  const timer = new RunTimer();
  timer.sent("m1", "a", "1", 0);
  expect(timer.replied("m1", "abort", 5)).toBeUndefined();
  expect(timer.replied("m1", "ok", 6)).toBeUndefined();
  expect(timer.replied("other", "ok", 7)).toBeUndefined();
});
