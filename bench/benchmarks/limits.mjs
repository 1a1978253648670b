import { availableParallelism } from "node:os";
import { limitsTable } from "../lib/limits-table.mjs";
import { LINEAR_MODELS } from "../lib/linear-models.mjs";
import { node24 } from "../lib/node-24.mjs";
import { settingsText } from "../lib/settings-text.mjs";
import { simulatedFile } from "../lib/simulated-files.mjs";

/** @type {import("../lib/benchmark.mjs").Benchmark} */
export const benchmark = {
  title: "25 million ratings on one machine",
  about:
    "`fit` and `recommend(userId, { count: 10 })` of the models that claim to fit in time linear in ratings, on simulated ratings of the size of ML-25M (162,541 users, 59,047 movies), each model in a process of its own, on all threads, in two versions of Node. " +
    "Factors and passes are few, as the rows show. A list is a mean over 200 users. Memory is the peak of the whole process, with the ratings and everything else.",
  table: limitsTable,
  async cases({ quick }) {
    const file = await simulatedFile(quick ? "1M" : "25M");
    const newer = await node24();
    const nodes = [
      { note: process.versions.node },
      { note: newer?.version ?? "24", node: newer?.path, missing: newer ? undefined : "Node 24" },
    ];
    return LINEAR_MODELS.flatMap(([model, settings]) =>
      nodes.map((node) => ({
        name: [model, settingsText([settings])].filter(Boolean).join(", "),
        ours: ["ours/limits.mjs", file, model, JSON.stringify(settings)],
        ...{ ...node, pairs: 1, threads: availableParallelism(), countsFirst: true },
      })),
    );
  },
};
