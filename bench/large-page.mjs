import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { enginesSection } from "./lib/engines-section.mjs";
import { sparkCostSection } from "./lib/spark-cost-section.mjs";
import { readSpeedRecord } from "./lib/speed-records.mjs";
import { withSection } from "./lib/table.mjs";

const USAGE = `Writes into docs/large.md where each engine takes over, and what a billion ratings would cost on Spark, from
bench/records/large.json.

  node bench/large-page.mjs

  --help    this text`;

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    const record = readSpeedRecord("large");
    if (!record) throw new Stop("There is no record; npm run bench -- --only large writes it.");
    const page = join(root, "docs", "large.md");
    const withEngines = withSection(readFileSync(page, "utf8"), "engines", enginesSection(record));
    writeFileSync(page, withSection(withEngines, "spark-cost", sparkCostSection(record)));
    console.log("Wrote docs/large.md.");
  },
});
