// @module-tag slow
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../scripts/build.mjs";
import { isWindows, root } from "../../scripts/lib/places.mjs";
import { Ease, ImplicitAls, modelToBuffer, Popularity } from "../../src/index.js";
import { smallRatings } from "../models/contract/conformance.js";

const folder = mkdtempSync(join(tmpdir(), "reelbook-serve-"));
const model = new ImplicitAls({ factors: 3, iterations: 3 }).fit(smallRatings);
const program = join(root, "examples/serve/serve.mjs");
let server: ChildProcess;
let url: string;

/** Starts the example on a free port. */
async function start(file: string, ...options: string[]): Promise<{ server: ChildProcess; url: string }> {
  const started = spawn(process.execPath, [program, file, "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [line] = await once(createInterface(started.stdout!), "line");
  return { server: started, url: String(line) };
}

beforeAll(async () => {
  await build();
  writeFileSync(join(folder, "als.model"), new Uint8Array(modelToBuffer(model)));
  const popular = new Popularity().fit(smallRatings);
  writeFileSync(join(folder, "popular.model"), new Uint8Array(modelToBuffer(popular)));
  ({ server, url } = await start(join(folder, "als.model"), "--workers", "2"));
});
afterAll(() => {
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: unknown, to = url): Promise<{ status: number; body: any }> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${to}${path}`, { method: "POST", body: text });
  return { status: response.status, body: await response.json() };
}

describe("the example of a server answers", () => {
  test("with the lists of the model", async () => {
    const { status, body } = await post("/recommend", { userId: 10, count: 2 });
    expect(status).toBe(200);
    expect(body).toEqual({ items: model.recommend(10, { count: 2 }) });
    const exclude = [body.items[0].itemId];
    const others = await post("/recommend", { userId: 10, exclude, candidates: ["c", "d", "e"] });
    expect(others.body.items).toEqual(model.recommend(10, { exclude, candidates: ["c", "d", "e"] }));
  });

  test("with similar items, reasons, and lists for people whom it does not know", async () => {
    expect(await post("/similar", { itemId: "a", count: 3 })).toEqual({
      status: 200,
      body: { items: model.similarItems("a", { count: 3 }) },
    });
    expect((await post("/explain", { userId: 20, itemId: "e" })).body).toEqual(model.explain(20, "e"));
    const ratings = [{ itemId: "a", rating: 5 }];
    const folded = await post("/fold-in", { ratings, count: 2 });
    expect(folded.body).toEqual({ items: model.foldIn(ratings).recommend({ count: 2 }) });
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ model: "ImplicitAls", users: 6, items: 5 });
  });

  test("on connections that stay open longer than a proxy's", async () => {
    const { headers } = await fetch(`${url}/health`);
    expect(headers.get("keep-alive")).toBe("timeout=65");
  });

  test("many at once", async () => {
    const users = Array.from({ length: 60 }, (_, k) => smallRatings.users.idOf(k % 6));
    const answers = await Promise.all(users.map((userId) => post("/recommend", { userId })));
    for (const [k, { body }] of answers.entries()) expect(body.items).toEqual(model.recommend(users[k]!));
  });
});

describe("the example of a server refuses", () => {
  test.each<[string, string, unknown, number, string | RegExp]>([
    ["malformed JSON", "/recommend", '{ "userId": 1', 400, /^the body is not JSON: /],
    ["an empty body", "/recommend", "", 400, /^the body is not JSON: /],
    [
      "a list in place of an object",
      "/recommend",
      [1],
      400,
      "the body: give an object { userId, count, exclude, candidates }",
    ],
    ["a missing field", "/explain", { userId: 10 }, 400, "the body: itemId is missing"],
    [
      "an unknown field",
      "/similar",
      { itemId: "a", n: 5 },
      400,
      'the body: there is no "n"; there are itemId, count',
    ],
    [
      "an id of no id's type",
      "/recommend",
      { userId: null },
      400,
      "userId: give an id, which is a number or a text",
    ],
    [
      "a count that is none",
      "/recommend",
      { userId: 10, count: 1.5 },
      400,
      "count: give a whole number from 0 to 1000",
    ],
    ["a list that is none", "/recommend", { userId: 10, exclude: "a" }, 400, "exclude: give a list of ids"],
    [
      "a long id in a list",
      "/recommend",
      { userId: 10, exclude: ["a", "b".repeat(999)] },
      400,
      "exclude[1]: the text has 999 characters; ids have at most 200",
    ],
    [
      "a rating that is none",
      "/fold-in",
      { ratings: [{ itemId: "a", rating: "5" }] },
      400,
      "ratings[0].rating: give a number",
    ],
    [
      "an item that is rated twice",
      "/fold-in",
      {
        ratings: [
          { itemId: "a", rating: 5 },
          { itemId: "a", rating: 4 },
        ],
      },
      400,
      "item a is rated twice; keep one of the two",
    ],
    [
      "an unknown user",
      "/recommend",
      { userId: 11 },
      404,
      "user 11 is not among the 6 users of the model; POST /fold-in takes new people",
    ],
    [
      "a user of another type",
      "/recommend",
      { userId: "10" },
      404,
      'user "10" is not among the 6 users of the model; there is a user 10 (a number)',
    ],
    ["an unknown item", "/similar", { itemId: "z" }, 404, 'item "z" is not among the 5 items of the model'],
    [
      "a weight where the model has ratings",
      "/fold-in",
      { ratings: [{ itemId: "a", weight: 5 }] },
      400,
      "rating undefined of item a is not a finite number; give a number",
    ],
    ["a path that is no URL", "//", {}, 404, /^there is nothing here; there are /],
    [
      "an unknown path",
      "/users",
      {},
      404,
      "there is nothing here; there are /health, /recommend, /similar, /explain, /fold-in",
    ],
  ])("%s", async (_, path, body, status, error) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    if (typeof error === "string") expect(answer.body).toEqual({ error });
    else expect(answer.body.error).toMatch(error);
  });

  test("an id of 10 MB, and answers the next request", async () => {
    const { status, body } = await post("/recommend", { userId: "u".repeat(10_000_000) });
    expect(status).toBe(413);
    expect(body).toEqual({ error: "the body has 10000013 bytes; at most 65536 are read" });
    expect((await post("/recommend", { userId: 10 })).status).toBe(200);
  });

  test("another method", async () => {
    const response = await fetch(`${url}/recommend`);
    expect(response.status).toBe(405);
    expect(await response.json()).toEqual({ error: "/recommend takes POST" });
  });

  test("another method of /health", async () => {
    expect(await post("/health", {})).toEqual({ status: 405, body: { error: "/health takes GET" } });
  });

  test("similar items where the model has none", async () => {
    const other = await start(join(folder, "popular.model"), "--workers", "1");
    const { status, body } = await post("/similar", { itemId: "a" }, other.url);
    other.server.kill("SIGKILL");
    expect([status, body]).toEqual([404, { error: "Popularity has no similar items" }]);
  });

  test.each([
    [
      "a file that is no model",
      ["no.model"],
      "saved model: it does not start with the word reelbook; save the model again with modelToBuffer or saveModel",
    ],
    ["no workers", ["als.model", "--workers", "0"], "--workers 0: give a whole number from 1 to 256"],
    [
      "workers in words",
      ["als.model", "--workers", "two"],
      "--workers two: give a whole number from 1 to 256",
    ],
    [
      "a port that is none",
      ["als.model", "--port", "1e9"],
      "--port 1e9: give a whole number from 0 to 65535",
    ],
    ["an unknown option", ["als.model", "--nothing"], /^Unknown option '--nothing'/],
    ["a port that is taken", ["als.model", "--port", "taken"], /^listen EADDRINUSE: /],
  ])("%s, with a sentence", async (_, [file, ...options], sentence) => {
    writeFileSync(join(folder, "no.model"), "no model at all, and long enough");
    const args = options.map((option) => (option === "taken" ? new URL(url).port : option));
    const failing = spawn(process.execPath, [program, join(folder, file!), ...args], { stdio: "pipe" });
    let printed = "";
    failing.stderr.on("data", (text) => (printed += text));
    const [code] = await once(failing, "exit");
    expect(code).toBe(1);
    expect(printed).toMatch(/^The server cannot start: .*\n$/);
    const said = printed.slice("The server cannot start: ".length, -1);
    if (typeof sentence === "string") expect(said).toBe(sentence);
    else expect(said).toMatch(sentence);
  });
});

test("the example of a server folds people into the model of a log", async () => {
  const log = smallRatings.toInteractions({ from: 3 });
  const ofLog = new Ease({ regularization: 1 }).fit(log);
  writeFileSync(join(folder, "log.model"), new Uint8Array(modelToBuffer(ofLog)));
  const own = await start(join(folder, "log.model"), "--workers", "1");
  const ratings = [{ itemId: "a", weight: 5 }, { itemId: "b" }];
  const { body } = await post("/fold-in", { ratings }, own.url);
  const refused = await post("/fold-in", { ratings: [{ itemId: "a", rating: 5 }] }, own.url);
  own.server.kill("SIGKILL");
  expect(body).toEqual({ items: ofLog.foldIn(ratings).recommend() });
  const sentence = "item a has a rating, but the model was fitted to interactions; give a weight";
  expect([refused.status, refused.body]).toEqual([400, { error: sentence }]);
});

test.skipIf(isWindows)("at SIGTERM it answers all that open connections have sent", async () => {
  const own = await start(join(folder, "als.model"), "--workers", "1");
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const ask = () =>
    new Promise<number | undefined>((done, fail) => {
      const options = { method: "POST", agent };
      const asked = request(`${own.url}/recommend`, options, (answer) => {
        answer.resume().on("end", () => done(answer.statusCode));
      });
      asked.on("error", fail).end('{ "userId": 10 }');
    });
  await Promise.all(Array.from({ length: 20 }, ask)); // Opens the connections.
  const ended = once(own.server, "exit");
  own.server.kill("SIGTERM");
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  expect(answers).toEqual(answers.map(() => 200));
  expect(await ended).toEqual([0, null]);
});

describe("the example of a server and clients that do not finish", () => {
  /** A client that sends half of a body. */
  async function half(to: string): Promise<Socket> {
    const client = connect(Number(new URL(to).port), "127.0.0.1");
    await once(client, "connect");
    client.on("error", () => {});
    client.write('POST /recommend HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{ "userId":');
    await new Promise((done) => setTimeout(done, 100));
    return client;
  }

  test("one that closes half way is nothing to the server, and not in its log", async () => {
    const own = await start(join(folder, "als.model"), "--workers", "1");
    let logged = "";
    own.server.stderr!.on("data", (text) => (logged += text));
    for (let k = 0; k < 3; k++) (await half(own.url)).destroy();
    expect((await post("/recommend", { userId: 10 }, own.url)).status).toBe(200);
    own.server.kill("SIGKILL");
    expect(logged).toBe("");
  });

  test.skipIf(isWindows)(
    "one that never ends its request does not keep the server after SIGTERM",
    async () => {
      const own = await start(join(folder, "als.model"), "--workers", "1", "--grace", "1");
      await half(own.url);
      own.server.kill("SIGTERM");
      expect(await once(own.server, "exit")).toEqual([0, null]);
    },
  );
});

test.skipIf(isWindows)(
  "at SIGTERM it finishes the running requests, takes no more, and ends with code 0",
  async () => {
    const own = await start(join(folder, "als.model"), "--workers", "1");
    const ended = once(own.server, "exit");
    // The body of this request ends after the signal.
    let finish = () => {};
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{ "userId":'));
        finish = () => {
          controller.enqueue(new TextEncoder().encode(" 10 }"));
          controller.close();
        };
      },
    });
    const running = fetch(`${own.url}/recommend`, { method: "POST", body, duplex: "half" } as RequestInit);
    await new Promise((done) => setTimeout(done, 200));
    own.server.kill("SIGTERM");
    const takesMore = () =>
      fetch(`${own.url}/health`).then(
        () => true,
        () => false,
      );
    await expect.poll(takesMore).toBe(false);
    finish();
    expect(await (await running).json()).toEqual({ items: model.recommend(10) });
    expect(await ended).toEqual([0, null]);
  },
);
