import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { ImplicitAls, Ratings, random, saveModel } from "reelbook";
import { root } from "../../scripts/lib/places.mjs";

/** @typedef {{ path: string, milliseconds: number, isRight: boolean }} Answer */

/**
 * Starts the example of a server with a model of made-up ratings, sends it requests from another
 * process, and ends it.
 *
 * @param {{ users: number, items: number, factors: number, seconds: number, rate: number }} size
 * @returns {Promise<Answer[]>}
 */
export async function measureServer({ users, items, factors, seconds, rate }) {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-serve-"));
  const file = join(folder, "als.model");
  await saveModel(file, new ImplicitAls({ factors, iterations: 1 }).fit(madeUpRatings(users, items)));
  const server = spawn(process.execPath, [join(root, "examples/serve/serve.mjs"), file, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [url] = await once(createInterface(server.stdout), "line");
    const client = join(root, "bench/serve/client.mjs");
    const numbers = [seconds, rate, users, items].map(String);
    const sender = spawn(process.execPath, [client, url, ...numbers], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(await text(sender.stdout));
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** About a hundred items for each user; each item has a rating. */
function madeUpRatings(/** @type {number} */ users, /** @type {number} */ items) {
  const draws = random({ seed: 0 });
  const pairs = new Set(Array.from({ length: items }, (_, item) => (item % users) * items + item));
  for (let k = 0; k < 80 * users; k++) pairs.add(draws.below(users) * items + draws.below(items));
  const all = [...pairs].sort((a, b) => a - b);
  return Ratings.fromColumns({
    userIds: all.map((pair) => Math.floor(pair / items)),
    itemIds: all.map((pair) => pair % items),
    values: new Float64Array(all.length).fill(1),
  });
}
