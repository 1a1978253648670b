import { expect, test } from "vitest";
import { connect } from "../../src/session/connect.js";
import { FakeServer } from "../fake-server.js";

test("a session knows the server's version, and is released at its end", async () => {
  const server = await FakeServer.start();
  const spark = await connect(server.address);
  expect(spark.version).toBe("4.3.0");
  await spark.close();
  expect(server.methods()).toEqual(["AnalyzePlan", "ReleaseSession"]);
});

test("a server below 4.0 is refused", async () => {
  const server = await FakeServer.start({
    analysis: () => ({ case: "sparkVersion", value: { version: "3.5.1" } }),
  });
  await expect(connect(server.address)).rejects.toThrow(
    "is Spark 3.5.1, which cannot fit models over Connect; use Spark 4.0 or newer",
  );
});

test("a timeout that is no number of milliseconds is refused", async () => {
  const server = await FakeServer.start();
  await expect(connect(server.address, { timeout: Number.NaN })).rejects.toThrow(
    "timeout: NaN is not a number above 0",
  );
});

test("a refused token is not in the error", async () => {
  const server = await FakeServer.start({ analysis: () => ({ code: 16, details: "token secret is wrong" }) });
  const error = await connect(`${server.address}/;token=secret`).catch((reason: Error) => reason);
  expect(error).toMatchObject({ name: "SparkError", code: 16 });
  expect((error as Error).message).not.toContain("secret");
});

test("where nothing answers, the error says how to start a server", async () => {
  const server = await FakeServer.start();
  server.stop();
  await expect(connect(server.address)).rejects.toThrow('start one with "npm run spark -- start"');
});
