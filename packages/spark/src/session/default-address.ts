import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where `npm run spark -- start` notes the address of its server. */
const RECORD = join(".reelbook", "spark-server.json");

/**
 * The address in the environment variable SPARK_REMOTE, as for PySpark, otherwise that of the
 * server which `npm run spark -- start` started in this folder or one above.
 *
 * @throws RangeError where there is neither
 */
export function defaultAddress(from: string = process.cwd()): string {
  if (process.env.SPARK_REMOTE) return process.env.SPARK_REMOTE;
  for (let folder = from; ; folder = dirname(folder)) {
    const record = join(folder, RECORD);
    if (existsSync(record)) return JSON.parse(readFileSync(record, "utf8")).address;
    if (dirname(folder) === folder) break;
  }
  throw new RangeError(
    'no Spark Connect server is named; start one with "npm run spark -- start", or give the address of another, such as "sc://localhost:15002"',
  );
}
