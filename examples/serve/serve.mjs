import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { hasSimilarItems, modelFromBuffer } from "reelbook";

const USAGE = `Serves a saved model as JSON over HTTP.

  node serve.mjs books.model [--port 8080] [--host 127.0.0.1] [--workers N] [--grace 10]

  GET  /health
  POST /recommend  { "userId": 1, "count": 10, "exclude": [], "candidates": [] }
  POST /similar    { "itemId": 260, "count": 10 }
  POST /explain    { "userId": 1, "itemId": 260 }
  POST /fold-in    { "ratings": [{ "itemId": 260, "rating": 5 }], "count": 10 }

A model of a log takes { "itemId": 260, "weight": 5 } in place of ratings; the weight is 1 if it is
left out. Ids keep their type: a model of numbers knows the user 1, not "1". SIGTERM and SIGINT let
running requests finish, for so many seconds as --grace says, and then end the server.`;

const MAX_BYTES = 2 ** 16;
const MAX_ID_LENGTH = 200;
const MAX_COUNT = 1000;
const MAX_WORKERS = 256;
/** How long connections are taken after SIGTERM, in milliseconds. */
const DRAIN = 100;

/** Requests of each kind that a worker answers before the first client's, and how long at most. */
const WARM_UP = { rounds: 200, milliseconds: 2000 };

/** @typedef {{ status: number, body: object }} Answer */

/** A request that cannot be answered, with a status and a sentence for the client. */
class Refusal extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// What a request may contain.

/** @param {string} name @param {unknown} value @returns {string | number} */
function checkedId(name, value) {
  const isId = typeof value === "number" ? Number.isFinite(value) : typeof value === "string";
  if (!isId) throw new Refusal(400, `${name}: give an id, which is a number or a text`);
  if (typeof value === "string" && value.length > MAX_ID_LENGTH) {
    throw new Refusal(
      400,
      `${name}: the text has ${value.length} characters; ids have at most ${MAX_ID_LENGTH}`,
    );
  }
  return /** @type {string | number} */ (value);
}

/** @param {string} name @param {unknown} value */
function checkedIds(name, value) {
  if (!Array.isArray(value)) throw new Refusal(400, `${name}: give a list of ids`);
  return value.map((id, place) => checkedId(`${name}[${place}]`, id));
}

/** @param {string} name @param {unknown} value @returns {number} */
function checkedCount(name, value) {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MAX_COUNT) return value;
  throw new Refusal(400, `${name}: give a whole number from 0 to ${MAX_COUNT}`);
}

/** @param {string} name @param {unknown} value */
function checkedRatings(name, value) {
  if (!Array.isArray(value)) throw new Refusal(400, `${name}: give a list of { itemId, rating }`);
  return value.map((row, place) => checkedFields(row, RATING, `${name}[${place}]`));
}

/** @param {string} name @param {unknown} value @returns {number} */
function checkedNumber(name, value) {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Refusal(400, `${name}: give a number`);
}

/**
 * @typedef {{ check: (name: string, value: unknown) => any, isOptional?: boolean }} Field
 * @typedef {Record<string, Field>} Fields
 */

/** @type {Fields} */
const RATING = {
  itemId: { check: checkedId },
  rating: { check: checkedNumber, isOptional: true },
  weight: { check: checkedNumber, isOptional: true },
};
const count = { check: checkedCount, isOptional: true };
const ids = { check: checkedIds, isOptional: true };

/** @type {Readonly<Record<string, Fields>>} */
const REQUESTS = {
  "/recommend": { userId: { check: checkedId }, count, exclude: ids, candidates: ids },
  "/similar": { itemId: { check: checkedId }, count },
  "/explain": { userId: { check: checkedId }, itemId: { check: checkedId } },
  "/fold-in": { ratings: { check: checkedRatings }, count, exclude: ids, candidates: ids },
};

/** @param {unknown} given @param {Fields} fields @param {string} [path] of a nested object */
function checkedFields(given, fields, path) {
  const where = path ?? "the body";
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new Refusal(400, `${where}: give an object { ${Object.keys(fields).join(", ")} }`);
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    const names = Object.keys(fields).join(", ");
    throw new Refusal(
      400,
      `${where}: there is no ${JSON.stringify(unknown.slice(0, 60))}; there are ${names}`,
    );
  }
  const values = /** @type {Record<string, unknown>} */ (given);
  /** @type {Record<string, any>} */
  const checked = {};
  for (const [name, { check, isOptional }] of Object.entries(fields)) {
    if (values[name] !== undefined) checked[name] = check(path ? `${path}.${name}` : name, values[name]);
    else if (!isOptional) throw new Refusal(400, `${where}: ${name} is missing`);
  }
  return checked;
}

// A worker: it has the model, whose arrays are in memory that all workers share.

/** @param {SharedArrayBuffer} buffer */
function work(buffer) {
  const model = modelFromBuffer(buffer);
  const { users, kind } = model.ratings;
  /** @param {() => void} look */
  const found = (look) => {
    try {
      look();
    } catch (error) {
      throw new Refusal(404, /** @type {Error} */ (error).message);
    }
  };
  /** @param {string | number} userId */
  const known = (userId) =>
    found(() =>
      users.known(userId, "user", `the ${users.size} users of the model`, "POST /fold-in takes new people"),
    );
  /** @param {readonly (string | number)[]} itemIds */
  const knownItems = (itemIds) =>
    found(() => {
      for (const itemId of itemIds)
        model.items.known(itemId, "item", `the ${model.items.size} items of the model`);
    });
  /** @type {Record<string, (request: any) => object>} */
  const answers = {
    "/recommend": ({ userId, ...options }) => {
      known(userId);
      return { items: model.recommend(userId, options) };
    },
    "/similar": ({ itemId, ...options }) => {
      knownItems([itemId]);
      if (!hasSimilarItems(model)) throw new Refusal(404, `${model.name} has no similar items`);
      return { items: model.similarItems(itemId, options) };
    },
    "/explain": ({ userId, itemId }) => {
      known(userId);
      knownItems([itemId]);
      return model.explain(userId, itemId);
    },
    "/fold-in": ({ ratings, ...options }) => {
      knownItems(ratings.map((/** @type {{ itemId: string | number }} */ { itemId }) => itemId));
      return { items: model.foldIn(ratings).recommend(options) };
    },
  };
  const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
  port.on("message", ({ job, path, request }) => {
    port.postMessage({ job, ...answerTo(() => /** @type {any} */ (answers[path])(request)) });
  });
  // The first calls make the ratings' index, and are slow until their code is compiled: no client
  // waits for them.
  const start = performance.now();
  for (let k = 0; k < WARM_UP.rounds && performance.now() - start < WARM_UP.milliseconds; k++) {
    const [userId, itemId] = [users.idOf(k % users.size), model.items.idOf(k % model.items.size)];
    const ratings = [kind === "ratings" ? { itemId, rating: 5 } : { itemId }];
    for (const answer of Object.values(answers))
      answerTo(() => answer({ userId, itemId, ratings, count: 10 }));
  }
  port.postMessage({ ready: { model: model.name, users: users.size, items: model.items.size } });
}

/** @param {() => object} answer @returns {Answer} */
function answerTo(answer) {
  try {
    return { status: 200, body: answer() };
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: { error: error.message } };
    // The library's RangeErrors are sentences about the request.
    if (error instanceof RangeError) return { status: 400, body: { error: error.message } };
    console.error(error);
    return { status: 500, body: { error: "the server failed; its log says why" } };
  }
}

// The pool: each request goes to the worker with the fewest.

/** @param {SharedArrayBuffer} buffer @param {number} size */
async function startPool(buffer, size) {
  let lastJob = 0;
  let isEnding = false;

  /** @typedef {{ thread: Worker, jobs: Map<number, (answer: Answer) => void> }} Member */

  /** @returns {Promise<{ member: Member, about: object }>} */
  function start() {
    const thread = new Worker(new URL(import.meta.url), { workerData: buffer });
    /** @type {Member} */
    const member = { thread, jobs: new Map() };
    return new Promise((resolve, reject) => {
      thread.on("message", ({ ready, job, status, body }) => {
        if (ready) return resolve({ member, about: ready });
        member.jobs.get(job)?.({ status, body });
        member.jobs.delete(job);
      });
      thread.on("error", (error) => {
        if (members.includes(member)) console.error(error);
        reject(error);
      });
      thread.on("exit", () => {
        for (const answer of member.jobs.values()) {
          answer({ status: 500, body: { error: "a worker ended; send the request again" } });
        }
        const place = members.indexOf(member);
        if (isEnding || place < 0) return;
        members.splice(place, 1);
        start().then(
          ({ member: next }) => members.push(next),
          () => {},
        );
      });
    });
  }

  /** @type {Member[]} */
  const members = [];
  const started = await Promise.all(Array.from({ length: size }, start));
  members.push(...started.map(({ member }) => member));
  return {
    about: started[0]?.about ?? {},
    /** @param {string} path @param {object} request @returns {Promise<Answer>} */
    run(path, request) {
      const [first, ...others] = members;
      if (!first) throw new Refusal(503, "no worker is ready; try again in a second");
      const member = others.reduce((a, b) => (b.jobs.size < a.jobs.size ? b : a), first);
      return new Promise((resolve) => {
        member.jobs.set(++lastJob, resolve);
        member.thread.postMessage({ job: lastJob, path, request });
      });
    },
    async end() {
      isEnding = true;
      await Promise.all(members.map(({ thread }) => thread.terminate()));
    },
  };
}

// HTTP.

/**
 * The body as JSON. One that is too long is read to its end without keeping it, so that the client
 * gets an answer and not a closed connection.
 *
 * @param {import("node:http").IncomingMessage} request
 */
async function jsonOf(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes <= MAX_BYTES) chunks.push(chunk);
    }
  } catch {
    throw new Refusal(400, "the body is cut short"); // The client has closed the connection.
  }
  if (bytes > MAX_BYTES) throw new Refusal(413, `the body has ${bytes} bytes; at most ${MAX_BYTES} are read`);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    throw new Refusal(400, `the body is not JSON: ${/** @type {Error} */ (error).message.slice(0, 200)}`);
  }
}

/**
 * @param {string} file
 * @param {{ port: number, host: string, workers: number, grace: number }} options
 */
async function serve(file, { port, host, workers, grace }) {
  const bytes = readFileSync(file);
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  const pool = await startPool(buffer, workers);

  /** @param {import("node:http").IncomingMessage} request @returns {Promise<Answer>} */
  async function answer(request) {
    const [path] = (request.url ?? "/").split("?");
    if (path === "/health") {
      if (request.method === "GET") return { status: 200, body: pool.about };
      throw new Refusal(405, "/health takes GET");
    }
    const fields = Object.hasOwn(REQUESTS, path) ? REQUESTS[path] : undefined;
    if (!fields) {
      throw new Refusal(404, `there is nothing here; there are /health, ${Object.keys(REQUESTS).join(", ")}`);
    }
    if (request.method !== "POST") throw new Refusal(405, `${path} takes POST`);
    return pool.run(path, checkedFields(await jsonOf(request), fields));
  }

  let isEnding = false;
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch((error) =>
      answerTo(() => {
        throw error;
      }),
    );
    const text = JSON.stringify(body);
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
    response.writeHead(status, isEnding ? { ...headers, connection: "close" } : headers).end(text);
  });
  // A body that does not end is cut off.
  server.requestTimeout = 60_000;
  // Longer than proxies and clients keep an idle connection, or they send on one that just ended.
  server.keepAliveTimeout = 65_000;

  const end = () => {
    if (isEnding) return;
    isEnding = true;
    // Requests that are on their way on open connections are answered, which closes these.
    setTimeout(() => server.close(() => pool.end()), DRAIN);
    // A client that never ends its request does not keep the server.
    setTimeout(() => server.closeAllConnections(), DRAIN + 1000 * grace).unref();
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  await once(server.listen(port, host), "listening");
  const { port: taken } = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`http://${host}:${taken}`);
}

/** @param {string} name @param {string} text @param {{ from: number, to: number }} range */
function wholeOption(name, text, { from, to }) {
  if (/^\d+$/.test(text) && Number(text) >= from && Number(text) <= to) return Number(text);
  throw new Error(`--${name} ${text}: give a whole number from ${from} to ${to}`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "127.0.0.1" },
      workers: { type: "string", default: String(Math.max(1, availableParallelism() - 1)) },
      grace: { type: "string", default: "10" },
      help: { type: "boolean", default: false },
    },
  });
  const [file] = positionals;
  if (values.help || file === undefined) return console.log(USAGE);
  const port = wholeOption("port", values.port, { from: 0, to: 65_535 });
  const workers = wholeOption("workers", values.workers, { from: 1, to: MAX_WORKERS });
  const grace = wholeOption("grace", values.grace, { from: 0, to: 3600 });
  await serve(file, { host: values.host, port, workers, grace });
}

if (isMainThread) {
  main().catch((error) => {
    console.error(`The server cannot start: ${error.message}`);
    process.exit(1);
  });
} else {
  work(workerData);
}
