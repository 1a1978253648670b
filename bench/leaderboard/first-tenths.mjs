const MACHINE = { model: "FactorizationMachine", note: "histories, no dates" };

/** 512 sweeps, and samples that fit in memory: 4 bytes × samples × 3 × (users + items) × 33. */
const SWEEPS = { factors: 32, iterations: 512 };

/**
 * A table on the first of ten random folds.
 *
 * @param {"ml-1m" | "ml-10m"} name
 * @param {Pick<import("./tables.mjs").Table, "title" | "about" | "rows">} own
 * @returns {import("./tables.mjs").Table}
 */
const firstTenth = (name, own) => ({
  ...own,
  protocol: name,
  howToGet: `\`npm run data -- ${name}\` gets the data.`,
  digits: { published: 4, ours: 4 },
  tolerance: 1e-6,
  compared: { reference: "FactorizationMachine", measures: ["rmse"] },
  figure: { measure: "rmse", words: "RMSE in stars", title: `RMSE on a tenth of ${name.toUpperCase()}` },
});

export const ml1m = firstTenth("ml-1m", {
  title: "A tenth of ML-1M",
  about:
    "myFM's ten-fold division of ML-1M, fold 0. Ours use only ratings; myFM's also use the day of each rating.",
  rows: [
    {
      name: "myFM, regression",
      published: { rmse: 0.8161 },
      note: "also uses the days of all ratings, including those of the test part",
    },
    {
      name: "myFM, ordered probit",
      published: { rmse: 0.814 },
      note: "also uses the days of all ratings, including those of the test part",
    },
    { name: "Baseline", model: "Baseline", settings: {}, note: "defaults" },
    { ...MACHINE, name: "FactorizationMachine", settings: { ...SWEEPS, samples: 200 } },
    {
      ...MACHINE,
      name: "FactorizationMachine, ordered probit",
      settings: { ...SWEEPS, samples: 200, task: "ordered-probit" },
    },
  ],
});

export const ml10m = firstTenth("ml-10m", {
  title: "A tenth of ML-10M",
  about:
    "S. Rendle, L. Zhang and Y. Koren, On the difficulty of evaluating baselines (2019), divide ML-10M at random, 90 to 10. Ours use only ratings; theirs also uses the day of each rating.",
  rows: [
    {
      name: "Bayesian timeSVD++ flipped",
      published: { rmse: 0.7485 },
      note: "a factorization machine with histories; also uses the days of all ratings, including those of the test part",
    },
    { name: "Baseline", model: "Baseline", settings: {}, note: "defaults" },
    { ...MACHINE, name: "FactorizationMachine", settings: { ...SWEEPS, samples: 100 } },
  ],
});
