import { type SimulatedRating, type SimulatorSettings, simulatedRows } from "./simulated-rows.js";

const CHUNK = 1 << 16;

/**
 * The ratings of {@link simulatedRows} as the text of a CSV file in the format of ML-25M, in chunks
 * of about 64 kB, so that files of any size can be streamed.
 *
 * @throws RangeError with the name and value of a wrong setting.
 * @example
 * const csv = simulatedCsv({ users: 600, items: 9000, count: 100_000, seed: 1 });
 * // In Node: await pipeline(csv, createWriteStream("ratings.csv"));
 */
export function simulatedCsv(settings: SimulatorSettings): Generator<string, void> {
  return text(simulatedRows(settings));
}

function* text(rows: Iterable<SimulatedRating>): Generator<string, void> {
  let chunk = "userId,movieId,rating,timestamp\n";
  for (const { userId, itemId, rating, timestamp } of rows) {
    const stars = Number.isInteger(rating) ? `${rating}.0` : rating;
    chunk += `${userId},${itemId},${stars},${timestamp}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}
