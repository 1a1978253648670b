/**
 * What ALS on Spark has cost at one size, as bench/ours/large-spark.mjs measured it.
 *
 * @typedef {object} SparkFit
 * @property {number} count of ratings
 * @property {number} users
 * @property {number} items
 * @property {number} factors
 * @property {number} iterations
 * @property {number} blocks of users, and of items
 * @property {number} alsBytesShuffled
 * @property {number} alsBytesCached the most that Spark kept of ratings and factors
 * @property {number} alsTaskSeconds of all cores together
 *
 * @typedef {Pick<SparkFit, "count" | "users" | "items" | "factors" | "iterations" | "blocks">} Size
 *
 * @typedef {object} Cost
 * @property {number} bytesShuffled by the whole fit
 * @property {number} bytesCached
 * @property {number} taskSeconds
 */

/**
 * The cost of ALS on Spark, fitted to two sizes. Each cost is a fixed part and a multiple of what
 * the algorithm has to move, keep or compute; both follow from the two measurements:
 *
 *     bytes shuffled = a + b × (24 × ratings + iterations × 4 × factors × copies)
 *     bytes cached   = c + d × (16 × ratings + 4 × factors × (users + items))
 *     task seconds   = e + f × iterations × (ratings × factors² + (users + items) × factors³ / 3)
 *
 * A rating is sent once to the users' blocks and once to the items', as three numbers of 4 bytes,
 * and kept on both sides as two. `copies` is how many factor vectors an iteration sends: each goes
 * once to every block with a rating of it.
 *
 * @param {readonly [SparkFit, SparkFit]} measured
 * @returns {(size: Size) => Cost}
 */
export function sparkCost([first, second]) {
  /** @param {(size: Size) => number} part @param {keyof SparkFit} cost */
  const fitted = (part, cost) => {
    const weight = (second[cost] - first[cost]) / (part(second) - part(first));
    const fixed = first[cost] - weight * part(first);
    return (/** @type {Size} */ size) => fixed + weight * part(size);
  };
  const bytesShuffled = fitted(sentBytes, "alsBytesShuffled");
  const bytesCached = fitted(keptBytes, "alsBytesCached");
  const taskSeconds = fitted(work, "alsTaskSeconds");
  return (size) => ({
    bytesShuffled: bytesShuffled(size),
    bytesCached: bytesCached(size),
    taskSeconds: taskSeconds(size),
  });
}

/**
 * How many vectors an iteration sends: n vectors, each to the blocks that its ratings are in, of
 * which each takes one at random.
 *
 * @param {Size} size
 */
export function copies({ count, users, items, blocks }) {
  const reached = (/** @type {number} */ ratings) => blocks * (1 - (1 - 1 / blocks) ** ratings);
  return users * reached(count / users) + items * reached(count / items);
}

/** @param {Size} size */
function sentBytes(size) {
  return 24 * size.count + size.iterations * 4 * size.factors * copies(size);
}

/** @param {Size} size */
function keptBytes({ count, users, items, factors }) {
  return 16 * count + 4 * factors * (users + items);
}

/** Additions and multiplications of a fit, up to a factor. @param {Size} size */
function work({ count, users, items, factors, iterations }) {
  return iterations * (count * factors ** 2 + ((users + items) * factors ** 3) / 3);
}
