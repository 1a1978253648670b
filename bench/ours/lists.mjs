import { Ease, ImplicitAls, ItemKnn } from "reelbook";
import { loadRatingsFile } from "./load-ratings-file.mjs";
import { profiled } from "./profiled.mjs";

const FACTORS = 64;

const [file = "", name = ""] = process.argv.slice(2);
const ratings = await loadRatingsFile(file);
const { users, items } = ratings;

/** Eighths from −½ to ½, so that sums of products have no rounding error. @param {number} n */
const eighth = (n) => (((n * 7919) % 104_729) % 9) / 8 - 0.5;

/**
 * The factors that peers/lists.py has.
 * @param {readonly (number | string)[]} ids
 * @param {number} shift
 */
const factorsOf = (ids, shift) =>
  Float64Array.from({ length: ids.length * FACTORS }, (_, place) => {
    const id = Number(ids[Math.floor(place / FACTORS)]);
    return eighth(id * FACTORS + (place % FACTORS) + shift);
  });

const saved = { ratings, items, parts: [], names: [] };
const models = {
  factors: () =>
    ImplicitAls.restore({
      ...saved,
      settings: { factors: FACTORS },
      arrays: {
        mean: Float64Array.of(0),
        userBiases: new Float64Array(users.size),
        itemBiases: new Float64Array(items.size),
        userFactors: factorsOf(users.ids, 0),
        itemFactors: factorsOf(items.ids, 1),
      },
    }),
  ease: () => {
    const weights = Float64Array.from({ length: items.size ** 2 }, (_, place) =>
      place % (items.size + 1) === 0 ? 0 : eighth(place),
    );
    return Ease.restore({ ...saved, settings: {}, arrays: { weights } });
  },
  cosine: () => new ItemKnn({ similarity: "cosine", aggregate: "sum", keep: 100 }).fit(ratings),
  "item-knn": () => new ItemKnn().fit(ratings),
};
const fitted = models[/** @type {keyof typeof models} */ (name)]();

const start = performance.now();
await fitted.recommendAll();
const second = performance.now();
const lists = await profiled(() => fitted.recommendAll());
const end = performance.now();

const sum = lists.scores.reduce((total, score) => total + (Number.isNaN(score) ? 0 : score), 0);
const [firstSeconds, seconds] = [(second - start) / 1000, (end - second) / 1000];
console.log(JSON.stringify({ seconds, firstSeconds, answer: { sum } }));
