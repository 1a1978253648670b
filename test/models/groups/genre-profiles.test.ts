import { expect, test } from "vitest";
import { genreProfiles } from "../../../src/models/groups/genre-profiles.js";
import { tenUsers as ratings } from "./ten-users.js";

test("a profile is the damped mean deviation from the user's mean", () => {
  const items = [
    { itemId: "x", genres: ["Noir"] },
    { itemId: "z", genres: ["Noir", "Comedy"] },
    { itemId: "w", genres: ["Drama"] },
  ];
  const { genres, width, values } = genreProfiles(ratings, items, { damping: 1 });
  expect([genres, width]).toEqual([["Comedy", "Drama", "Noir"], 3]);
  // User 0 gave x 4 and z 3; user 6 gave y 2, z 3 and w 5.
  expect([...values.subarray(0, 3)]).toEqual([-0.5 / 2, 0, 0]);
  expect([...values.subarray(18, 21)]).toEqual([
    expect.closeTo(-1 / 6, 12),
    expect.closeTo(5 / 6, 12),
    expect.closeTo(-1 / 6, 12),
  ]);
  expect([...genreProfiles(ratings, items, { damping: 0 }).values]).not.toContain(Number.NaN);
  expect(() => genreProfiles(ratings, items, { damping: -1 })).toThrow("damping: -1");
});
