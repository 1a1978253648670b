/**
 * The search space of a model: each combination of the `tried` settings, with the `fixed` ones. A
 * grid that tries nothing is not searched.
 *
 * @typedef {object} Grid
 * @property {string} model the name of its class
 * @property {readonly string[]} [of] for an ensemble the names of its members' grids, which are
 * searched first
 * @property {Record<string, unknown>} fixed
 * @property {Record<string, readonly unknown[]>} tried
 */

/** Long enough to converge: 60 iterations, each with a step size 3 % smaller than the last. */
const DESCENT = { factors: 100, iterations: 60, learningRate: 0.01, learningRateDecay: 0.03 };
const BASELINE = { similarity: "pearson-baseline", center: "baseline" };

/**
 * Twice as many sweeps, with all samples after a tenth of them.
 *
 * @type {Grid}
 */
const MACHINE = {
  model: "FactorizationMachine",
  fixed: { samples: 360 },
  tried: { iterations: [200, 400] },
};

/**
 * With dates, and facts of users and items: 200 sweeps to save time, and all samples after a tenth
 * of them.
 *
 * @type {Grid}
 */
const DATED_MACHINE = {
  model: "FactorizationMachine",
  fixed: { samples: 180, iterations: 200, dates: true },
  tried: {},
};

/** Models that predict ratings. @type {Record<string, Grid>} */
export const RATERS = {
  UserKnn: {
    model: "UserKnn",
    fixed: BASELINE,
    tried: { neighbors: [30, 40, 60], shrinkage: [100, 150, 250], damping: [0, 0.05, 0.1, 0.2] },
  },
  ItemKnn: {
    model: "ItemKnn",
    fixed: BASELINE,
    tried: { neighbors: [20, 30, 40], shrinkage: [150, 250, 400], damping: [0, 0.05, 0.1, 0.2] },
  },
  FunkSvd: {
    model: "FunkSvd",
    fixed: DESCENT,
    tried: { regularization: [0.03, 0.04, 0.06], initialScale: [0.01, 0.03] },
  },
  "SvdPlusPlus, deferred": {
    model: "SvdPlusPlus",
    fixed: { ...DESCENT, deferred: true },
    tried: { regularization: [0.05, 0.07, 0.1], implicitRegularization: [0.3, 0.5] },
  },
  "SvdPlusPlus, at each rating": {
    model: "SvdPlusPlus",
    fixed: { ...DESCENT, deferred: false },
    tried: { regularization: [0.04, 0.06, 0.08], implicitRegularization: [0.005, 0.01] },
  },
  FactorizationMachine: MACHINE,
  "FactorizationMachine, 200 sweeps": {
    model: "FactorizationMachine",
    fixed: { samples: 180, iterations: 200 },
    tried: {},
  },
  "FactorizationMachine, dates and facts": DATED_MACHINE,
};

/** A small learning rate, and a random half of the rows for each tree. */
export const TREES = { trees: 600, learningRate: 0.025, rowShare: 0.5 };

/** Models that predict ratings, with and without facts of movies. @type {Record<string, Grid>} */
export const HYBRIDS = {
  ItemKnn: {
    model: "ItemKnn",
    fixed: BASELINE,
    tried: { neighbors: [20, 30, 40], shrinkage: [150, 250, 400], damping: [0.05, 0.1, 0.2] },
  },
  SvdPlusPlus: {
    model: "SvdPlusPlus",
    fixed: { ...DESCENT, deferred: false },
    tried: { regularization: [0.04, 0.05, 0.06], implicitRegularization: [0.01, 0.02] },
  },
  FactorizationMachine: MACHINE,
  "FactorizationMachine, dates and facts": DATED_MACHINE,
  Hybrid: {
    model: "Hybrid",
    of: ["SvdPlusPlus", "ItemKnn"],
    fixed: {},
    tried: {
      trees: [4, 6, 8].flatMap((depth) => [20, 80].map((minRows) => ({ ...TREES, depth, minRows }))),
    },
  },
};

/** Sums over all kept neighbours, which are fewer than 2,000. */
const SUMS = { similarity: "cosine", neighbors: 2000, aggregate: "sum" };
const WEIGHTED = { activityPower: [0.25, 0.5], popularityPower: [0.1, 0.2] };

/** @param {number} factors @returns {Grid} */
const implicitAls = (factors) => ({
  model: "ImplicitAls",
  fixed: { factors },
  tried: { alpha: [2, 3, 4.5], regularization: [0.01, 0.015, 0.0225, 0.03] },
});

/** Not a model of the library, but of bench/lib. @param {number} shrinkage @returns {Grid} */
const dayInterest = (shrinkage) => ({
  model: "DayInterest",
  fixed: { width: 6, shrinkage },
  tried: {},
});

/** Models that rank. @type {Record<string, Grid>} */
export const RANKERS = {
  UserKnn: {
    model: "UserKnn",
    fixed: SUMS,
    tried: { keep: [50, 100, 150], popularityPower: [0, 0.15, 0.3, 0.45, 0.6, 0.75] },
  },
  "UserKnn, neighbours as in the article's code": {
    model: "CountedByUserKnn",
    fixed: SUMS,
    tried: {
      keep: [50, 100, 200],
      shrinkage: [0, 10, 50],
      similarity: ["cosine", "jaccard", "tf-idf", "bm25"],
    },
  },
  ItemKnn: {
    model: "ItemKnn",
    fixed: SUMS,
    tried: { keep: [100, 200, 400, 800], shrinkage: [0, 20], activityPower: [0, 0.5, 1, 1.5] },
  },
  P3α: {
    model: "RandomWalk",
    fixed: {},
    tried: { transitionPower: [0.5, 0.75, 1, 1.25], keep: [40, 70, 100] },
  },
  RP3β: {
    model: "RandomWalk",
    fixed: {},
    tried: { transitionPower: [0.5, 0.7, 0.9], popularityPenalty: [0.2, 0.4, 0.6], keep: [70, 100, 150] },
  },
  PureSvd: { model: "PureSvd", fixed: {}, tried: { factors: [10, 12, 14, 17, 20, 25] } },
  "ImplicitAls, no factor below 0": {
    model: "ImplicitAls",
    fixed: { factors: 20, iterations: 20, positiveOnly: true },
    tried: { alpha: [0, 1], regularization: [0.005, 0.01, 0.02] },
  },
  "ImplicitAls, 32 factors": implicitAls(32),
  "ImplicitAls, 64 factors": implicitAls(64),
  "ImplicitAls, 128 factors": implicitAls(128),
  Ease: { model: "Ease", fixed: {}, tried: { ...WEIGHTED, regularization: [300, 450, 600] } },
  Slim: {
    model: "Slim",
    fixed: { l1Regularization: 0.023 },
    tried: { ...WEIGHTED, regularization: [300, 400, 550] },
  },
  RankBlend: {
    model: "RankBlend",
    of: ["Slim", "Ease", "ImplicitAls, 32 factors", "ImplicitAls, 64 factors", "ImplicitAls, 128 factors"],
    fixed: {},
    tried: { weights: [1, 2, 4, 8].flatMap((slim) => [0, 1, 2, 4].map((ease) => [slim, ease, 1, 1, 1])) },
  },
  GenreContent: { model: "GenreContent", fixed: { aggregate: "sum" }, tried: {} },
  "GenreContent, genres alone": {
    model: "GenreContent",
    fixed: { aggregate: "sum", tags: false },
    tried: {},
  },
  "DayInterest, shrunk by 300": dayInterest(300),
  "DayInterest, shrunk by 3,000": dayInterest(3000),
  Bpr: {
    model: "Bpr",
    fixed: {},
    tried: { regularization: [0.005, 0.01, 0.02], learningRate: [0.025, 0.05] },
  },
};

/**
 * All settings of a grid.
 *
 * @param {Grid} grid
 * @returns {Record<string, unknown>[]}
 */
export function settingsOf({ fixed, tried }) {
  /** @type {Record<string, unknown>[]} */
  const none = [fixed];
  return Object.entries(tried).reduce(
    (all, [name, values]) =>
      all.flatMap((settings) => values.map((value) => ({ ...settings, [name]: value }))),
    none,
  );
}
