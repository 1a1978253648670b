// @module-tag slow
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../scripts/build.mjs";
import { isWindows, root } from "../../scripts/lib/places.mjs";
import { ImplicitAls, modelToBuffer, Popularity } from "../../src/index.js";
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
      { userId: "10" },
      404,
      'there is no user "10"; POST /fold-in takes new people',
    ],
    ["an unknown item", "/similar", { itemId: "z" }, 404, 'there is no item "z"'],
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

  test("similar items where the model has none", async () => {
    const other = await start(join(folder, "popular.model"), "--workers", "1");
    const { status, body } = await post("/similar", { itemId: "a" }, other.url);
    other.server.kill("SIGKILL");
    expect([status, body]).toEqual([404, { error: "Popularity has no similar items" }]);
  });

  test("a file that is no model, with a sentence", async () => {
    writeFileSync(join(folder, "no.model"), "no model at all, and long enough");
    const failing = spawn(process.execPath, [program, join(folder, "no.model")], { stdio: "pipe" });
    let printed = "";
    failing.stderr.on("data", (text) => (printed += text));
    const [code] = await once(failing, "exit");
    expect(code).toBe(1);
    expect(printed).toBe(
      "The server cannot start: saved model: it does not start with the word reelbook; save the model again with modelToBuffer or saveModel\n",
    );
  });
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
    await new Promise((done) => setTimeout(done, 200));
    await expect(fetch(`${own.url}/health`)).rejects.toThrow();
    finish();
    expect(await (await running).json()).toEqual({ items: model.recommend(10) });
    expect(await ended).toEqual([0, null]);
  },
);
