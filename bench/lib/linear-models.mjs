/** Few factors and passes, to save time. */
const SMALL = { factors: 32, iterations: 2 };
const SWEEP = { factors: 32, iterations: 1 };

/**
 * The models that are documented to fit in time linear in ratings. @type {readonly (readonly
 * [string, Record<string, unknown>])[]}
 */
export const LINEAR_MODELS = [
  ["NormalRandom", {}],
  ["Popularity", {}],
  ["MeanRating", {}],
  ["Baseline", { iterations: 10 }],
  ["CoClustering", { userClusters: 3, itemClusters: 3, iterations: 5 }],
  ["FunkSvd", SMALL],
  ["SvdPlusPlus", SMALL],
  ["Nmf", SMALL],
  ["BatchFactorization", SMALL],
  ["Bpr", SMALL],
  ["LogisticMf", SMALL],
  ["Warp", SMALL],
  ["ExplicitAls", SWEEP],
  ["ImplicitAls", { ...SWEEP, optimizer: "conjugate-gradient" }],
  ["ImplicitAls", { ...SWEEP, optimizer: "cholesky" }],
  ["PureSvd", SMALL],
  ["FactorizationMachine", { factors: 8, iterations: 2, burnIn: 1 }],
];
