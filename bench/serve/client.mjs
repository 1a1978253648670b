import { Agent, request } from "node:http";

/**
 * Sends requests to the example of a server at a fixed rate, whether or not it answers in time, and
 * prints what it measured as JSON. A latency counts from when a request was due,
 * or was sent, if a timer ended early.
 *
 *     node bench/serve/client.mjs URL SECONDS REQUESTS_PER_SECOND USERS ITEMS
 */
const [url = "", ...numbers] = process.argv.slice(2);
const [seconds = 0, rate = 1, users = 1, items = 1] = numbers.map(Number);
const agent = new Agent({ keepAlive: true });

/**
 * Seven lists of known users, then one request of each other kind, and one that computes nothing.
 *
 * @param {number} k
 * @returns {[path: string, body?: object]}
 */
function requestOf(k) {
  const [userId, itemId] = [(k * 7919) % users, (k * 104_729) % items];
  const others = Array.from({ length: 20 }, (_, place) => (itemId + place * 37) % items);
  /** @type {Record<number, [string, object?]>} */
  const kinds = {
    7: ["/similar", { itemId }],
    8: ["/explain", { userId, itemId }],
    9: ["/fold-in", { ratings: others.map((each) => ({ itemId: each, rating: 5 })) }],
    10: ["/health"],
  };
  return kinds[k % 11] ?? ["/recommend", { userId, count: 10 }];
}

/**
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<boolean>} whether the answer is 200
 */
function send(path, body) {
  return new Promise((resolve) => {
    const sent = request(`${url}${path}`, { method: body ? "POST" : "GET", agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode === 200));
      response.on("error", () => resolve(false));
    });
    sent.on("error", () => resolve(false));
    sent.end(body && JSON.stringify(body));
  });
}

/** @type {{ path: string, milliseconds: number, isRight: boolean }[]} */
const answers = [];
const start = performance.now();
const all = Array.from({ length: seconds * rate }, async (_, k) => {
  const due = start + (1000 * k) / rate;
  await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
  const from = Math.min(due, performance.now());
  const [path, body] = requestOf(k);
  const isRight = await send(path, body);
  answers.push({ path, milliseconds: performance.now() - from, isRight });
});
await Promise.all(all);
agent.destroy();
console.log(JSON.stringify(answers));
