import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { connect } from "../src/session/connect.js";
import type { SparkSession } from "../src/session/spark-session.js";
import { SparkError } from "../src/transport/spark-error.js";
import { FakeServer } from "./fake-server.js";
import { selfSigned } from "./self-signed.js";

const TOKEN = "secret-of-anna";
const one = Ratings.from([{ userId: 1, itemId: 1, rating: 3 }]);
const plan = { relType: { case: "sql", value: { query: "SELECT 1" } } };

/** A server with TLS on localhost, and its address with a token. */
async function secureServer(behaviour: Parameters<typeof FakeServer.start>[0] = {}) {
  const identity = selfSigned();
  const server = await FakeServer.start({ ...behaviour, identity });
  return {
    server,
    rootCertificates: identity.certificate,
    address: `sc://localhost:${server.port}/;use_ssl=true;token=${TOKEN}`,
  };
}

function answerOf(spark: SparkSession) {
  return spark.ratings(one).runner.collect(plan);
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: Error) => reason,
  );
  expect(error).toBeInstanceOf(SparkError);
  const { message, stack = "" } = error as Error;
  expect(stack + JSON.stringify(error)).not.toContain(TOKEN);
  return message;
}

test("a trusted certificate: calls and streams go over TLS, with the token in a header", async () => {
  const { server, address, rootCertificates } = await secureServer();
  const spark = await connect(address, { rootCertificates });
  await answerOf(spark);
  await spark.close();
  expect(server.methods()).toEqual(["AnalyzePlan", "ExecutePlan", "ReleaseExecute", "ReleaseSession"]);
  for (const { headers } of server.calls) expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
});

test("a certificate that nobody vouches for is refused before the token is sent", async () => {
  const { server, address } = await secureServer();
  expect(await messageOf(connect(address))).toMatch(
    /certificate of the Spark server at localhost:\d+ is not trusted/,
  );
  expect(server.calls).toEqual([]);
});

test("a certificate of another host is refused", async () => {
  const { server, address, rootCertificates } = await secureServer();
  const other = address.replace("localhost", "127.0.0.1");
  expect(await messageOf(connect(other, { rootCertificates }))).toContain("is not trusted");
  expect(server.calls).toEqual([]);
});

test("a server without TLS is named as such", async () => {
  const server = await FakeServer.start();
  const address = `sc://localhost:${server.port}/;use_ssl=true;token=${TOKEN}`;
  expect(await messageOf(connect(address))).toContain("does not speak TLS; leave out use_ssl=true");
  expect(server.calls).toEqual([]);
});

test("an address without TLS finds no server where one wants TLS", async () => {
  const { server } = await secureServer();
  expect(await messageOf(connect(server.address))).toContain("add use_ssl=true");
});

test("an error of the server that repeats token, header or session is shown without them", async () => {
  const { server, address, rootCertificates } = await secureServer({
    answers: () => ({ code: 13, details: `[BAD] ${TOKEN} and team-of-films are wrong in ${sessionOf()}` }),
  });
  const sessionOf = () => String(server.calls.at(-1)?.request.sessionId);
  const spark = await connect(`${address};x-team=team-of-films`, { rootCertificates });
  const message = await messageOf(answerOf(spark));
  expect(message).toContain("failed with BAD: … and … are wrong in …");
  await spark.close();
});
