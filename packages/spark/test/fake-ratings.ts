import { Ratings } from "reelbook";
import { onTestFinished } from "vitest";
import { connect } from "../src/session/connect.js";
import type { SparkRatings } from "../src/session/spark-ratings.js";
import type { Fields } from "../src/transport/messages.js";
import { type FakeBehaviour, FakeServer } from "./fake-server.js";

const ratings = Ratings.from([
  { userId: 1, itemId: 50, rating: 4, timestamp: 100 },
  { userId: 2, itemId: 51, rating: 2, timestamp: 200 },
]);

/** Two ratings with timestamps, or without, on a fake server that answers in this way. */
export async function fakeRatings(
  answers: NonNullable<FakeBehaviour["answers"]> = () => [],
  { timestamps = true } = {},
): Promise<{ source: SparkRatings; server: FakeServer }> {
  const server = await FakeServer.start({ answers });
  const spark = await connect(server.address);
  onTestFinished(() => spark.close());
  const given = timestamps ? ratings : Ratings.from([{ userId: 1, itemId: 50, rating: 4 }]);
  return { source: spark.ratings(given), server };
}

/** The conditions of the filters of a part, the last one first. */
export function conditionOf({ relation }: SparkRatings): string {
  const { condition } = (relation.relType.value.input as { relType: { value: Fields } }).relType.value;
  return ((condition as Fields).exprType as { value: { expression: string } }).value.expression;
}
