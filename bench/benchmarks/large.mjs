import { availableParallelism } from "node:os";
import { setUpDuckdb } from "../../scripts/duckdb.mjs";
import { largeTable } from "../lib/large-table.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

/** The engines that take each size, with DuckDB's limit of memory. */
const SIZES = /** @type {const} */ ([
  ["1M", ["memory", "duckdb"]],
  ["5M", ["memory", "duckdb"]],
  ["25M", ["memory", "duckdb"]],
  ["100M", ["memory", "duckdb"]],
]);

const MEMORY_LIMIT = "2GiB";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "Large data: in memory and in DuckDB",
  about:
    'Simulated ratings from a CSV file: reading it, a time split, `ItemKnn` and `DuckdbItemKnn` with `aggregate: "sum", keep: 100`, and the lists of 200 users, each engine in a process of its own. ' +
    `DuckDB has a limit of ${MEMORY_LIMIT}; peak memory is that of the whole process. “read by the fit” are the bytes of typed arrays that DuckDB hands over, “spilled” the most that lay in its temporary folder, looked at ten times a second. Each is measured once.`,
  table: largeTable,
  async cases({ quick }) {
    await setUpDuckdb();
    const cases = [];
    for (const [size, engines] of quick ? SIZES.slice(0, 1) : SIZES) {
      const file = await simulatedFile(size);
      for (const engine of engines) {
        cases.push({
          name: `${size}, ${engine === "memory" ? "in memory" : "DuckDB"}`,
          ours: ["ours/large.mjs", engine, file, MEMORY_LIMIT],
          ...{ pairs: 1, threads: availableParallelism(), countsFirst: true },
        });
      }
    }
    return cases;
  },
};
