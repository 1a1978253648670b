// Makes the saved models beside this file with the code of another commit:
//
//   git worktree add --detach OLD 9b4c87b && ln -s "$PWD/node_modules" OLD/node_modules
//   node test/golden/models-0.1/make.mjs OLD
//
// One file per kind of model, fitted to the same 13 ratings, and predictions.json with their
// scores.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const old = resolve(process.argv[2]);
const outfile = join(mkdtempSync(join(tmpdir(), "reelbook-")), "old.mjs");
await build({ entryPoints: [join(old, "src/browser.ts")], bundle: true, format: "esm", outfile });
const lib = await import(pathToFileURL(outfile).href);

const rows = [
  [30, "e", 2],
  [10, "a", 5],
  [20, "a", 4],
  [10, "b", 3],
  [40, "c", 1],
  [20, "b", 3],
  [30, "c", 4],
  [40, "a", 5],
  [50, "d", 3],
  [50, "a", 4],
  [60, "b", 2],
  [60, "c", 5],
  [20, "d", 1],
];
const ratings = lib.Ratings.from(
  rows.map(([userId, itemId, rating], row) => ({ userId, itemId, rating, timestamp: 1000 + row })),
);
const movies = ["a", "b", "c", "d", "e", "new"].map((itemId, k) => ({
  itemId,
  genres: k % 2 ? ["Drama"] : ["Comedy", "Drama"],
}));
const tags = [{ itemId: "a", tag: "odd" }];
const dated = Object.assign([...movies], { year: (/** @type {unknown} */ itemId) => (itemId === "new" ? Number.NaN : 1990) });
const few = { factors: 2, iterations: 5 };
const trees = { iterations: 3, minRows: 1, depth: 2 };

// Settings that are not the defaults are in some of them, so that names and values are both kept.
const models = [
  new lib.Baseline({ optimizer: "sgd", learningRate: 0.01 }),
  new lib.BatchFactorization(few),
  new lib.Blend([new lib.MeanRating({ damping: 2 }), new lib.Baseline()], { folds: 2 }),
  new lib.Bpr({ ...few, biased: false }),
  new lib.CoClustering({ userClusters: 2, itemClusters: 2 }),
  new lib.Ease({ regularization: 5 }),
  new lib.ExplicitAls({ ...few, biased: false }),
  new lib.Fallback([new lib.ItemKnn({ minNeighbors: 2 }), new lib.Baseline()]),
  new lib.FunkSvd({ ...few, validation: 0.2 }),
  new lib.GenreContent({ damping: 2 }).of(movies, tags),
  new lib.GlobalMean(),
  new lib.GroupPopularity({ factors: 2, groups: 2 }),
  new lib.Hybrid([new lib.Baseline(), new lib.SlopeOne()], { folds: 2, trees }).of(dated, tags),
  new lib.ImplicitAls({ ...few, optimizer: "cholesky" }),
  new lib.ItemKnn({ similarity: "pearson-baseline", center: "baseline", neighbors: 3 }),
  new lib.MeanRating({ damping: 3 }),
  new lib.Nmf(few),
  new lib.NormalRandom({ seed: 7 }),
  new lib.Popularity(),
  new lib.PureSvd({ factors: 2 }),
  new lib.RandomWalk({ popularityPower: 0.4 }),
  new lib.RankBlend([new lib.Popularity(), new lib.ItemKnn({ aggregate: "sum" })], { weights: [1, 0.5] }),
  new lib.Slim({ regularization: 1 }),
  new lib.SlopeOne({ minCommon: 2 }),
  new lib.SvdPlusPlus({ ...few, deferred: true }),
  new lib.UserKnn({ similarity: "cosine", popularityPower: 0.5, center: "user-mean", damping: 1 }),
];

/** @type {Record<string, Record<string, (number | null)[]>>} */
const predictions = {};
for (const model of models) {
  const fitted = model.fit(ratings);
  writeFileSync(join(import.meta.dirname, `${fitted.name}.model`), new Uint8Array(lib.modelToBuffer(fitted)));
  /** @type {Record<string, (number | null)[]>} */
  const scores = {};
  for (const itemId of fitted.items.ids) {
    scores[itemId] = ratings.users.ids.map((/** @type {number} */ userId) =>
      orNull(fitted.predict(userId, itemId)),
    );
  }
  predictions[fitted.name] = scores;
}
// One line a model.
const lines = Object.entries(predictions).map(([name, scores]) => `  "${name}": ${JSON.stringify(scores)}`);
writeFileSync(join(import.meta.dirname, "predictions.json"), `{\n${lines.join(",\n")}\n}\n`);

/** JSON has no NaN. @param {number} score */
function orNull(score) {
  return Number.isNaN(score) ? null : score;
}
