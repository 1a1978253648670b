import { describe, expect, test } from "vitest";
import { simulatedRows } from "../../../src/ratings/simulation/simulated-rows.js";

const settings = { users: 60, items: 90, count: 2000 };

describe("simulatedRows", () => {
  test("come user by user, each user's in the order of time, on the scale's steps", () => {
    const rows = [...simulatedRows({ ...settings, scale: { min: 1, max: 4 }, step: 0.25 })];
    for (const [place, { userId, rating, timestamp = Number.NaN }] of rows.entries()) {
      const before = rows[place - 1];
      if (before?.userId === userId) expect(timestamp).toBeGreaterThan(before.timestamp!);
      else expect(userId).toBe((before?.userId ?? 0) + 1);
      expect(Number.isInteger(timestamp)).toBe(true);
      expect(rating >= 1 && rating <= 4 && Number.isInteger(4 * rating), `rating ${rating}`).toBe(true);
    }
  });

  test("are the same from the same seed, and others from another", () => {
    const rows = (seed: number) => [...simulatedRows({ ...settings, seed })];
    expect(rows(5)).toEqual(rows(5));
    expect(rows(5)).not.toEqual(rows(6));
    expect(rows(0)).toEqual([...simulatedRows(settings)]);
  });

  test.each([
    [{ users: 0 }, "users: 0 is not a whole number of at least 1"],
    [{ items: 1.5 }, "items: 1.5 is not"],
    [{ factors: Number.NaN }, "factors: NaN is not"],
    [{ count: 89 }, "count: 89 is not between 90 (one for each user and item) and 5400 (all pairs)"],
    [{ count: 5401 }, "count: 5401 is not between"],
    [{ step: 0.4 }, "step: 0.4 does not divide the scale 0.5 to 5"],
    [{ step: 0 }, "step: 0 does not divide"],
    [{ scale: { min: 5, max: 1 } }, "scale: { min: 5, max: 1 } are not two numbers in order"],
    [{ seed: -1 }, "seed: -1 is not a whole number from 0"],
  ])("of %j are refused", (wrong, message) => {
    expect(() => simulatedRows({ ...settings, ...wrong })).toThrow(message);
    expect(() => simulatedRows({ ...settings, ...wrong })).toThrow(RangeError);
  });
});
