import { availableParallelism } from "node:os";
import { setUpDuckdb } from "../../scripts/duckdb.mjs";
import { setUpClient } from "../../scripts/spark/client-package.mjs";
import { javaTrouble } from "../../scripts/spark/java.mjs";
import { setUpServer } from "../../scripts/spark/server-package.mjs";
import { largeTable } from "../lib/large-table.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

/** The engines that take each size, with DuckDB's limit of memory. */
const SIZES = /** @type {const} */ ([
  ["1M", ["memory", "duckdb", "spark"]],
  ["5M", ["memory", "duckdb", "spark"]],
  ["25M", ["memory", "duckdb", "spark"]],
  ["100M", ["memory", "duckdb"]],
]);

/** The only size with Spark's item KNN, a join, and its lists of all users: others take hours. */
const WHOLE = "1M";
/** Sizes of ALS in memory, to compare with Spark's. */
const WITH_ALS = ["1M", "5M", "25M"];

const MEMORY_LIMIT = "2GiB";
const SPARK_MEMORY = "8g";
const SPARK_CORES = 2;

const NAMES = { memory: "in memory", duckdb: "DuckDB", spark: "Spark" };

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Large data: in memory, in DuckDB and on Spark",
  about:
    'Simulated ratings from a CSV file: reading it, a time split, `ItemKnn` and `DuckdbItemKnn` with `aggregate: "sum", keep: 100`, and the lists of 200 users; up to 25M in memory and on Spark also ALS (16 factors, 10 iterations). Each engine is in a process of its own. ' +
    `DuckDB has a limit of ${MEMORY_LIMIT}; peak memory is that of the whole process. “read by the fit” are the bytes of typed arrays that DuckDB hands over, “spilled” the most that its temporary folder held, by ten looks a second. Spark is a server of local[${SPARK_CORES}] with ${SPARK_MEMORY}, started for each size. Its times include the warm-up of its JVM, its reading the check of all rows, its split the count of the test part. “all lists of ALS” are those of all users, written as Parquet. They and item KNN, which is a join there, run for ${WHOLE} only. Its peak is that of the JVM and of all that it started, and depends on the memory that it is given; “shuffled” is what tasks wrote for others, by its event log. Each is measured once.`,
  keepsFailures: true,
  table: largeTable,
  async cases({ quick }) {
    await setUpDuckdb();
    const missing = javaTrouble();
    if (!missing) {
      await setUpClient();
      await setUpServer();
    }
    const cases = [];
    for (const [size, engines] of quick ? SIZES.slice(0, 1) : SIZES) {
      const file = await simulatedFile(size);
      const commands = {
        memory: ["ours/large.mjs", "memory", file, WITH_ALS.includes(size) ? "als" : ""],
        duckdb: ["ours/large.mjs", "duckdb", file, MEMORY_LIMIT],
        spark: [
          ...["ours/large-spark.mjs", file, SPARK_MEMORY, String(SPARK_CORES)],
          size === WHOLE ? "whole" : "",
        ],
      };
      for (const engine of engines) {
        cases.push({
          name: `${size}, ${NAMES[engine]}`,
          ours: commands[engine],
          ...{ pairs: 1, threads: availableParallelism(), countsFirst: true },
          missing: engine === "spark" && missing ? "Java" : undefined,
        });
      }
    }
    return cases;
  },
};
