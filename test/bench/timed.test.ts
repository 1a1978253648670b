import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { timed } from "../../bench/ours/timed.mjs";

test("work gives its result and its seconds, whether or not it is a promise", async () => {
  const [result, seconds] = await timed(() => setTimeout(50, "done"));
  expect(result).toBe("done");
  expect(seconds).toBeGreaterThan(0.045);
  expect(seconds).toBeLessThan(10);
  expect((await timed(() => 3))[0]).toBe(3);
});
