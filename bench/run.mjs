import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "../scripts/build.mjs";
import { root, scratch } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { readIfThere } from "../scripts/lib/stamp.mjs";
import { resultTable } from "./lib/benchmark.mjs";
import { machineLine } from "./lib/machine.mjs";
import { measurePairs } from "./lib/measure.mjs";
import { peerVersions, setUpPeers } from "./lib/peers.mjs";
import { removeSimulatedFiles } from "./lib/simulated-csv.mjs";
import { withSection } from "./lib/table.mjs";

const benchmarks = join(root, "bench", "benchmarks");
const names = readdirSync(benchmarks)
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => basename(file, ".mjs"));

const USAGE = `Measures the library side by side with its peers and writes docs/benchmarks.md.

  npm run bench [-- options]

  --only NAME   one of: ${names.join(", ")}; may be repeated
  --quick       small sizes and few pairs, only printed
  --set-up      install the peers (requirements-bench.txt) in .venv-bench, and no more
  --clean       remove the simulated files (.reelbook/bench/csv)
  --help        this text`;

/** @param {string} name @param {{ quick: boolean, versions: Record<string, string> }} options */
async function runBenchmark(name, { quick, versions }) {
  /** @type {{ benchmark: import("./lib/benchmark.mjs").Benchmark }} */
  const { benchmark } = await import(join(benchmarks, `${name}.mjs`));
  const version = benchmark.peer && versions[benchmark.peer];
  /** @type {import("./lib/benchmark.mjs").Result[]} */
  const results = [];
  for (const each of await benchmark.cases({ quick })) {
    const { ours, theirs, pairs, allThreads, ownWay, countsFirst, note, goals = {}, missing } = each;
    const title = missing ? `${each.name}: ${missing} is missing` : each.name;
    console.log(`${benchmark.title}: ${title} …`);
    const peer = version ? theirs : undefined;
    const measured = missing
      ? { ours: [], peer: [] }
      : await measurePairs({ ours, peer, pairs, allThreads, ownWay, countsFirst });
    results.push({ name: title, goals, isAlone: !theirs, ownWay, note, ...measured });
  }
  const peer = benchmark.peer && `${benchmark.peer} ${version ?? "(missing)"}`;
  const about = peer ? `${benchmark.about} Peer: ${peer}; ${pairsOf(results)} pairs.` : benchmark.about;
  const day = new Date().toISOString().slice(0, 10);
  const table = (benchmark.table ?? resultTable)(results);
  const section = `## ${benchmark.title}\n\n${about}\n\n${table}\n\n${day}, ${machineLine()}.`;
  return { section, record: { name, peer, day, machine: machineLine(), results } };
}

/** How many pairs were measured of each, in words. @param {import("./lib/benchmark.mjs").Result[]} results */
function pairsOf(results) {
  const pairs = results.map(({ ours }) => ours.length);
  const [fewest, most] = [Math.min(...pairs), Math.max(...pairs)];
  return fewest === most ? `${most}` : `${fewest} to ${most}`;
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    only: { type: "string", multiple: true, default: [] },
    quick: { type: "boolean", default: false },
    "set-up": { type: "boolean", default: false },
    clean: { type: "boolean", default: false },
  },
  async main({ only, quick, "set-up": setsUp, clean }) {
    const unknown = only.find((name) => !names.includes(name));
    if (unknown) throw new Stop(`There is no benchmark ${unknown}; there are: ${names.join(", ")}.`);
    if (clean) return removeSimulatedFiles();
    await setUpPeers();
    if (setsUp) return;

    await build();
    const versions = await peerVersions();
    const page = join(root, "docs", "benchmarks.md");
    const folder = join(scratch, "bench");
    mkdirSync(folder, { recursive: true });
    for (const name of only.length > 0 ? only : names) {
      const { section, record } = await runBenchmark(name, { quick, versions });
      console.log(`\n${section}\n`);
      if (quick) continue;
      writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
      writeFileSync(page, withSection(readIfThere(page), name, section));
    }
  },
});
