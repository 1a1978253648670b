import { expect, test } from "vitest";
import { sparkTotals } from "../../bench/lib/spark-event-log.mjs";

const task = (finished: number, shuffled: number, spilled = 0) =>
  JSON.stringify({
    Event: "SparkListenerTaskEnd",
    "Task Info": { "Finish Time": finished },
    "Task Metrics": {
      "Executor Run Time": 500,
      "Disk Bytes Spilled": spilled,
      "Shuffle Write Metrics": { "Shuffle Bytes Written": shuffled },
    },
  });
const block = (id: string, bytes: number) =>
  JSON.stringify({
    Event: "SparkListenerBlockUpdated",
    "Block Updated Info": { "Block ID": id, "Memory Size": bytes },
  });

const log = [
  '{"Event":"SparkListenerApplicationStart"}',
  task(10, 1000),
  block("rdd_1_0", 40),
  task(20, 7, 3),
  block("rdd_1_1", 60),
  block("broadcast_2", 9999),
  block("rdd_1_0", 0),
  task(30, 5),
  block("rdd_2_0", 30),
].join("\n");

test("bytes of tasks in a span are added, and the most that was cached is that of one moment", () => {
  expect(sparkTotals(log, { from: 20, to: 30 })).toEqual({
    bytesShuffled: 12,
    bytesSpilled: 3,
    bytesCached: 100,
    taskSeconds: 1,
  });
  expect(sparkTotals(log).bytesShuffled).toBe(1012);
});
