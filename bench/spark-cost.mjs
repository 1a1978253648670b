import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { sparkCostSection } from "./lib/spark-cost-section.mjs";
import { readSpeedRecord } from "./lib/speed-records.mjs";
import { withSection } from "./lib/table.mjs";

const USAGE = `Writes what a billion ratings would cost on Spark into docs/large.md, from bench/records/large.json.

  node bench/spark-cost.mjs

  --help    this text`;

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    const record = readSpeedRecord("large");
    if (!record) throw new Stop("There is no record; npm run bench -- --only large writes it.");
    const page = join(root, "docs", "large.md");
    writeFileSync(page, withSection(readFileSync(page, "utf8"), "spark-cost", sparkCostSection(record)));
    console.log("Wrote docs/large.md.");
  },
});
