import { describe, expect, test } from "vitest";
import {
  isLostConnection,
  isUnknownOperation,
  SparkError,
  toSparkError,
} from "../../src/transport/spark-error.js";

const made = (code: number, details: string) => toSparkError({ code, details }, "host:1") as SparkError;

describe("an error of the server", () => {
  test("has its class and its text", () => {
    const error = made(13, "[DIVIDE_BY_ZERO] Division by zero.\n\n== SQL ==\nselect 1/0");
    expect(error).toBeInstanceOf(SparkError);
    expect(error).toMatchObject({ code: 13, errorClass: "DIVIDE_BY_ZERO" });
    expect(error.message).toBe("the Spark server at host:1 failed with DIVIDE_BY_ZERO: Division by zero.");
  });

  test("without a class has its text alone, shortened", () => {
    const error = made(13, `unknown parameter${" x".repeat(1000)}`);
    expect(error.errorClass).toBeUndefined();
    expect(error.message.length).toBeLessThan(400);
  });

  test.each([
    [13, "[CONNECT_ML.CACHE_INVALID] gone", "fit again"],
    [13, "[INVALID_HANDLE.SESSION_CHANGED] gone", "fit again"],
    [13, "[PATH_NOT_FOUND] Path does not exist: file:/a.csv.", "a path on the server's disk"],
    [13, "[PATH_ALREADY_EXISTS] Path file:/a exists", "overwrite: true"],
    [13, "Cannot call methods on a stopped SparkContext.", "spark.checkpoint.dir"],
    [14, "No connection established", "npm run spark -- start"],
    [4, "Deadline exceeded", "longer timeout"],
    [16, "bad token", "token or user_id"],
    [8, "Received message larger than max", "too large"],
    [12, "unknown service", "Spark 4.0 or newer"],
    [13, "", "it gave no reason"],
  ])("with code %i and the text %s says what to do", (code, details, cure) => {
    expect(made(code, details).message).toContain(cure);
  });
});

test("other errors stay as they are", () => {
  const error = new RangeError("count: 0");
  expect(toSparkError(error, "host:1")).toBe(error);
  expect([isLostConnection(error), isUnknownOperation(error)]).toEqual([false, false]);
});
