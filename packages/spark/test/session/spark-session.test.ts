import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { connect } from "../../src/session/connect.js";
import type { Fields } from "../../src/transport/messages.js";
import { fakeSchema } from "../fake-rows.js";
import { type CallError, FakeServer } from "../fake-server.js";

const ratings = Ratings.from([
  { userId: 7, itemId: 50, rating: 4 },
  { userId: 8, itemId: 51, rating: 2.5 },
]);

/** A session with a server that says this about each file. */
async function session(schema: Fields | CallError) {
  const server = await FakeServer.start({
    analysis: ({ case: kind }) =>
      kind === "schema" ? schema : { case: "sparkVersion", value: { version: "4.0.0" } },
  });
  const spark = await connect(server.address);
  return { server, spark };
}

test("a file's columns are found by their names, of which the server tells", async () => {
  const { server, spark } = await session(fakeSchema(["userId", "movieId", "rating"]));
  const source = await spark.csv("/data/ratings.csv");
  expect(source.hasTimestamps).toBe(false);
  expect(JSON.stringify(source.relation.relType.value.expressions)).toContain(
    "try_cast(`movieId` AS INT) AS itemId",
  );
  const [, asked] = server.requests("AnalyzePlan") as any[];
  expect(asked.analyze.value.plan.opType.value.relType.value.readType.value.paths).toEqual([
    "/data/ratings.csv",
  ]);
  await spark.close();
});

test("other columns are named, and a timestamp is optional", async () => {
  const { spark } = await session(fakeSchema(["u", "i", "r", "timestamp"]));
  await expect(spark.parquet("/a")).rejects.toThrow('/a has no column "userId"; it has u, i, r, timestamp');
  const source = await spark.parquet("/a", { columns: { userId: "u", itemId: "i", rating: "r" } });
  expect(source.hasTimestamps).toBe(true);
  await spark.close();
});

test("a file that the server does not see is one sentence", async () => {
  const { spark } = await session({
    code: 13,
    details: "[PATH_NOT_FOUND] Path does not exist: file:/a.csv.",
  });
  await expect(spark.csv("/a.csv")).rejects.toThrow(
    "does not see the file: Path does not exist: file:/a.csv. Give a path on the server's disk, or use spark.ratings(ratings)",
  );
  await spark.close();
});

test("ratings of the program are rows of the plan; ids of other types are errors", async () => {
  const { spark } = await session(fakeSchema([]));
  const { input } = spark.ratings(ratings).relation.relType.value as any;
  expect(input.relType.value.schema).toBe("userId INT, itemId INT, rating DOUBLE");
  const named = Ratings.from([{ userId: "anna", itemId: 50, rating: 4 }]);
  expect(() => spark.ratings(named)).toThrow('the user id "anna" is not an integer of 32 bits');
  await spark.close();
});
