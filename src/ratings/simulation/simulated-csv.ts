import { type SimulatedRating, type SimulatorSettings, simulatedRows } from "./simulated-rows.js";

const CHUNK = 1 << 16;

/**
 * Simulated ratings as the text of a CSV file, written as ML-25M is, in pieces of some 64 kB, so that a file of any size
 * can be streamed: what {@link simulatedRows} makes.
 *
 * @throws RangeError that names the setting and its value.
 * @example
 * const csv = simulatedCsv({ users: 600, items: 9000, count: 100_000, seed: 1 });
 * // In Node: await pipeline(csv, createWriteStream("ratings.csv"));
 */
export function simulatedCsv(settings: SimulatorSettings): Generator<string, void> {
  return text(simulatedRows(settings));
}

function* text(rows: Iterable<SimulatedRating>): Generator<string, void> {
  let piece = "userId,movieId,rating,timestamp\n";
  for (const { userId, itemId, rating, timestamp } of rows) {
    const stars = Number.isInteger(rating) ? `${rating}.0` : rating;
    piece += `${userId},${itemId},${stars},${timestamp}\n`;
    if (piece.length < CHUNK) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
