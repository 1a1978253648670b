/**
 * What is tried for a model: each combination of the `tried` settings, with the `fixed` ones.
 *
 * @typedef {object} Grid
 * @property {string} model the name of its class
 * @property {Record<string, unknown>} fixed
 * @property {Record<string, readonly number[]>} tried
 */

/** Long enough to settle: 60 iterations, each step 3 % shorter than the one before. */
const DESCENT = { factors: 100, iterations: 60, learningRate: 0.01, learningRateDecay: 0.03 };
const BASELINE = { similarity: "pearson-baseline", center: "baseline" };

/** By the name that tables give them. @type {Record<string, Grid>} */
export const GRIDS = {
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
