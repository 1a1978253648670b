import { expect, test } from "vitest";
import { parseAddress } from "../../src/transport/address.js";
import { Connection } from "../../src/transport/connection.js";
import { FakeServer } from "../fake-server.js";

const VERSION = { analyze: { case: "sparkVersion", value: {} } };

test("each connection has a session id of its own, and sends token and headers", async () => {
  const server = await FakeServer.start();
  const address = parseAddress(`${server.address}/;token=secret;x-team=films;user_id=anna`);
  const [one, two] = [new Connection(address), new Connection(address)];
  for (const each of [one, one, two]) await each.unary("AnalyzePlan", VERSION);
  for (const each of [one, two]) each.close();
  const [first, second, third] = server.calls;
  expect(first?.headers).toMatchObject({ authorization: "Bearer secret", "x-team": "films" });
  expect(first?.request).toMatchObject({ userContext: { userId: "anna" }, sessionId: one.sessionId });
  expect(first?.request.clientObservedServerSideSessionId).toBeUndefined();
  expect(second?.request.clientObservedServerSideSessionId).toBe("server-1");
  expect(third?.request.sessionId).not.toBe(one.sessionId);
});

test("a call fails at once where nothing listens", async () => {
  const server = await FakeServer.start();
  server.stop();
  const connection = new Connection(parseAddress(`${server.address}/;token=secret`));
  const failed = connection.unary("AnalyzePlan", VERSION);
  await expect(failed).rejects.toThrow(`no Spark Connect server answers at 127.0.0.1:${server.port}`);
  connection.close();
});
