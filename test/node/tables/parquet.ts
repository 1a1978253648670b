import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setUpPackages } from "../../../scripts/set-up.mjs";
import type { Hyparquet } from "../../../src/datasets/rows/parquet-rows.js";

/** hyparquet, and its writer for test files. */
export async function parquetPackages(): Promise<{ hyparquet: Hyparquet; writer: any }> {
  const folder = await setUpPackages("package-tools");
  const load = (name: string) =>
    import(pathToFileURL(join(folder, "node_modules", name, "src", "node.js")).href);
  return { hyparquet: await load("hyparquet"), writer: await load("hyparquet-writer") };
}

/** A log with the types that Parquet files have. */
export const PARQUET_LOG = {
  columnData: [
    { name: "user", data: [1n, 2n, 1n], type: "INT64" },
    { name: "item", data: ["dune", "dune", "emma"], type: "STRING" },
    { name: "n", data: [2, 1.5, 3], type: "DOUBLE" },
    {
      name: "when",
      data: ["2026-03-01", "2026-03-02", "2026-03-03"].map((day) => new Date(day)),
      type: "TIMESTAMP",
    },
  ],
  rowGroupSize: 2,
};
