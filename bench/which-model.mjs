import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { root } from "../scripts/lib/places.mjs";
import { program } from "../scripts/lib/program.mjs";
import { digits, duration } from "./lib/format.mjs";
import { machineLine } from "./lib/machine.mjs";
import { markdownTable, withSection } from "./lib/table.mjs";

const USAGE = `Measures every model with its defaults, and writes the table "Which model when" of src/README.md.

  npm run which-model [-- options]

  --help   this text

  On the ratings of data/ml-latest-small. Takes some minutes.`;

/** What each model is for; the order of the table. */
const WHEN = {
  Popularity: "the list for everybody, and what every ranker must beat",
  MeanRating: "the best rated, for people without a history",
  Baseline: "stars, fitted in milliseconds; what every predictor must beat",
  SlopeOne: "stars, from differences that one can check by hand",
  CoClustering: "stars with little memory",
  ItemKnn: "stars with reasons: “because you liked …”",
  UserKnn: "stars from people like you; few users",
  Nmf: "stars from factors of at least 0",
  FunkSvd: "stars, many ratings, little memory",
  BatchFactorization: "to learn how factors are fitted",
  ExplicitAls: "stars; fits fast with many factors",
  SvdPlusPlus: "stars with a smaller error than `FunkSvd`, if fitting may take longer",
  FactorizationMachine: "stars with the least error, and with error bars; slow to fit, and slowest to list",
  PureSvd: "lists from few factors, fitted fast",
  ImplicitAls: "lists for many users and items, also new users at once",
  Bpr: "lists, where order is all that counts",
  Warp: "lists whose first places count most",
  LogisticMf: "lists, and the log odds of an interest",
  RandomWalk: "lists without fitting, by onDemand; less popular items by popularityPenalty",
  Ease: "lists with one setting to choose, up to some ten thousand items",
  Slim: "lists like those of Ease from fewer weights, if fitting may take long",
};

/**
 * One row: quality on the test part, seconds, and the size of the saved model without its ratings.
 *
 * @param {typeof import("reelbook")} reelbook
 * @param {import("reelbook").Split} split
 * @param {string} name
 */
async function measured(reelbook, { train, test }, name) {
  const { evaluateRanking, evaluateRatings, GlobalMean, modelToBuffer } = reelbook;
  const Model = /** @type {Record<string, any>} */ (reelbook)[name];
  const start = performance.now();
  /** @type {import("reelbook").FittedModel} */
  const fitted = new Model().fit(train);
  const fitEnd = performance.now();
  await fitted.recommendAll({ count: 10 });
  const listsEnd = performance.now();
  const bytes = modelToBuffer(fitted).byteLength - modelToBuffer(new GlobalMean().fit(train)).byteLength;
  const rmse = fitted.inStars ? evaluateRatings(fitted, test).rmse : Number.NaN;
  const { metrics } = evaluateRanking(fitted, test, { metrics: ["ndcg@10"] });
  return {
    name,
    rmse,
    ndcg: metrics["ndcg@10"],
    fitSeconds: (fitEnd - start) / 1000,
    listSeconds: (listsEnd - fitEnd) / 1000,
    megabytes: Math.max(0, bytes) / 1e6,
  };
}

/** @param {readonly Awaited<ReturnType<typeof measured>>[]} rows */
function table(rows) {
  const header = ["model", "take it for", "RMSE", "NDCG@10", "fit", "lists of all", "saved"];
  const lines = rows.map(({ name, rmse, ndcg, fitSeconds, listSeconds, megabytes }) => [
    `\`${name}\``,
    WHEN[/** @type {keyof typeof WHEN} */ (name)],
    Number.isNaN(rmse) ? "–" : rmse.toFixed(3),
    ndcg.toFixed(3),
    duration(fitSeconds),
    duration(listSeconds),
    megabytes < 0.1 ? "< 0.1 MB" : `${digits(megabytes)} MB`,
  ]);
  return markdownTable(header, lines);
}

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    await build();
    const isBusy = (loadavg()[0] ?? 0) > availableParallelism() / 2;
    const reelbook = await import("reelbook");
    const { ratings } = await reelbook.loadDataset(join(root, "data/ml-latest-small"));
    const split = reelbook.randomSplit(ratings, { seed: 0 });
    const rows = [];
    for (const name of Object.keys(WHEN)) {
      console.log(`${name} …`);
      rows.push(await measured(reelbook, split, name));
    }
    const busy = isBusy ? " Other programs ran meanwhile, so these times are too long." : "";
    const body = `Each model with its defaults, on ml-latest-small (${ratings.users.size} users, ${ratings.items.size.toLocaleString("en-US")} movies, ${ratings.count.toLocaleString("en-US")} ratings), a fifth of it held out
at random; the first call of each. RMSE in stars, lower is better; NDCG@10 of lists, higher is better; “saved” is the
size of the saved model beside its ratings.

${table(rows)}

Machine: ${machineLine()}.
Made by \`npm run which-model\`.${busy}`;
    const readme = join(root, "src/README.md");
    writeFileSync(readme, withSection(readFileSync(readme, "utf8"), "which-model", body));
  },
});
