import { Ratings } from "reelbook";
import { describe, expect, test } from "vitest";
import { connect } from "../../src/session/connect.js";
import { fakeRows, fakeSchema } from "../fake-rows.js";
import { FakeServer } from "../fake-server.js";

const good = {
  rows: [3n],
  badUser: [null],
  badItem: [null],
  badRating: [null],
  mostTimes: [1n],
  oftenUser: [1],
  oftenItem: [2],
};

/** What `check` says of a file about which the server reports this. */
async function checked(
  report: Partial<Record<keyof typeof good, readonly (bigint | string | number | null)[]>>,
) {
  const server = await FakeServer.start({
    analysis: ({ case: kind }) =>
      kind === "schema"
        ? fakeSchema(["userId", "movieId", "rating"])
        : { case: "sparkVersion", value: { version: "4.3.0" } },
    answers: () => [fakeRows({ ...good, ...report })],
  });
  const spark = await connect(server.address);
  try {
    return await (await spark.csv("a.csv")).check();
  } finally {
    await spark.close();
  }
}

test("good ratings are counted", async () => {
  expect(await checked({})).toBe(3);
});

test("ratings are counted without a check of their rows", async () => {
  const server = await FakeServer.start({ answers: () => [fakeRows({ rows: [25] })] });
  const spark = await connect(server.address);
  const ratings = spark.ratings(Ratings.from([{ userId: 1, itemId: 2, rating: 3 }]));
  expect(await ratings.count()).toBe(25);
  await spark.close();
});

describe("bad ratings are one sentence, with the value, the column and the remedy:", () => {
  test.each([
    [
      "a text id",
      { badUser: ["anna"] },
      'a.csv has "anna" in column "userId", which is not an integer of 32 bits',
    ],
    ["a large id", { badItem: ["2147483648"] }, 'a.csv has "2147483648" in column "movieId"'],
    [
      "NaN",
      { badRating: ["NaN"] },
      'a.csv has "NaN" in column "rating", which is not a finite number; correct',
    ],
    ["no ratings", { rows: [0n] }, "a.csv has no ratings; give a file with rows below its header"],
    [
      "a repeated pair",
      { mostTimes: [2n] },
      "a.csv has 2 ratings of item 2 by user 1, which ALS would add up; keep",
    ],
  ])("%s", async (_, report, message) => {
    await expect(checked(report)).rejects.toThrow(message);
  });
});
