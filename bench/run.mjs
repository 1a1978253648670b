import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "../scripts/build.mjs";
import { root } from "../scripts/lib/places.mjs";
import { program, Stop } from "../scripts/lib/program.mjs";
import { readIfThere } from "../scripts/lib/stamp.mjs";
import { peerVersions, setUpPeers } from "./lib/peers.mjs";
import { runCases } from "./lib/run-cases.mjs";
import { thisRun } from "./lib/run-line.mjs";
import { removeSimulatedFiles } from "./lib/simulated-files.mjs";
import { readSpeedRecord, writeSpeedRecord } from "./lib/speed-records.mjs";
import { speedSection } from "./lib/speed-section.mjs";
import { withSection } from "./lib/table.mjs";

const benchmarks = join(root, "bench", "benchmarks");
const names = readdirSync(benchmarks)
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => basename(file, ".mjs"));

const page = join(root, "docs", "benchmarks.md");

const USAGE = `Compares the speed of the library with that of its peers, and writes bench/records/NAME.json and docs/benchmarks.md.

  npm run bench [-- options]

  --only NAME   one of: ${names.join(", ")}; may be repeated
  --quick       small sizes and few pairs; prints the results only
  --page        make the page again from bench/records, without measuring
  --set-up      only install the peers (requirements-bench.txt) in .venv-bench
  --clean       remove the simulated files (.reelbook/bench/csv)
  --help        this text`;

/** @param {string} name @returns {Promise<import("./lib/benchmark.mjs").Benchmark>} */
async function readBenchmark(name) {
  return (await import(join(benchmarks, `${name}.mjs`))).benchmark;
}

/** @param {string} name @param {string} section */
function writeSection(name, section) {
  writeFileSync(page, withSection(readIfThere(page), name, section));
}

/**
 * @param {import("./lib/benchmark.mjs").Benchmark} benchmark
 * @param {object} options
 * @param {boolean} options.quick
 * @param {Record<string, string>} options.versions
 * @param {(record: import("./lib/speed-records.mjs").SpeedRecord) => void} options.keep called
 *   after each case of a benchmark that keeps failures
 * @returns {Promise<import("./lib/speed-records.mjs").SpeedRecord>}
 */
async function runBenchmark(benchmark, { quick, versions, keep }) {
  const version = benchmark.peer && versions[benchmark.peer];
  const run = thisRun();
  if (benchmark.measure) {
    console.log(`${benchmark.title} …`);
    return { ...run, results: await benchmark.measure({ quick }) };
  }
  const peer = benchmark.peer && `${benchmark.peer} ${version ?? "(missing)"}`;
  const start = { ...(peer && { peer }), ...run };
  const results = await runCases(benchmark, {
    ...{ quick, hasPeer: version !== undefined },
    keep: (soFar) => keep({ ...start, results: soFar }),
  });
  return { ...start, results };
}

await program(import.meta.url, {
  usage: USAGE,
  options: {
    only: { type: "string", multiple: true, default: [] },
    quick: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    "set-up": { type: "boolean", default: false },
    clean: { type: "boolean", default: false },
  },
  async main({ only, quick, page: pageOnly, "set-up": setsUp, clean }) {
    const unknown = only.find((name) => !names.includes(name));
    if (unknown) throw new Stop(`There is no benchmark ${unknown}; there are: ${names.join(", ")}.`);
    if (clean) return removeSimulatedFiles();
    const asked = only.length > 0 ? only : names;
    await build();
    if (pageOnly) {
      for (const name of asked) {
        const record = readSpeedRecord(name);
        if (record) writeSection(name, speedSection(await readBenchmark(name), record));
      }
      return;
    }
    const needsPeers = (await Promise.all(asked.map(readBenchmark))).some(({ peer }) => peer);
    if (needsPeers || setsUp) await setUpPeers();
    if (setsUp) return;

    const versions = needsPeers ? await peerVersions() : {};
    for (const name of asked) {
      const benchmark = await readBenchmark(name);
      const record = await runBenchmark(benchmark, {
        ...{ quick, versions },
        keep: (soFar) => !quick && writeSpeedRecord(name, soFar),
      });
      const section = speedSection(benchmark, record);
      console.log(`\n${section}\n`);
      if (quick) continue;
      writeSpeedRecord(name, record);
      writeSection(name, section);
    }
  },
});
