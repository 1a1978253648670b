import { dot } from "../../math/dot.js";
import { sum } from "../../math/sum.js";
import type { IndexedRating } from "../baseline.js";
import type { FactorModel, FunkSvdStep } from "./funk-svd.js";

/** How {@link svdPlusPlusPass} updates biases and factors. */
export interface SvdPlusPlusStep extends Omit<FunkSvdStep, "biased"> {
  /** λ of biases. @default regularization */
  readonly biasRegularization?: number;
  /** λ of implicit factors. @default regularization */
  readonly implicitRegularization?: number;
  /**
   * Whether implicit factors are updated once per user instead of at each rating. @default false
   */
  readonly deferred?: boolean;
}

/**
 * One epoch of SVD++: stochastic gradient descent over all ratings, user by user. Changes the
 * model. In the letters of the paper, user u's rating r of item i is estimated as
 *
 *     μ + b_u + b_i + q_i · (p_u + Σ y_j / √n)
 *
 * where the sum goes over the n items j that u has rated. Its error e = r − estimate changes biases
 * and factors as in Funk's SVD, with p_u + Σ y_j / √n in place of p_u in the step of q_i, and
 *
 *     y_j += γ (e q_i / √n − λ y_j)        for each item j that u has rated
 *
 * `deferred` adds up e q_i / √n over the user's ratings and makes one step of y_j for all of them.
 * Koren, Factorization meets the neighborhood, KDD 2008, section 4.1. The fast form is
 * src/kernels/factors/svd-plus-plus.ts.
 */
export function svdPlusPlusPass(
  ratings: readonly IndexedRating[],
  model: FactorModel & { readonly implicitFactors: number[][] },
  step: SvdPlusPlusStep,
): void {
  const { mean, userBiases, itemBiases, userFactors, itemFactors, implicitFactors } = model;
  const { learningRate, regularization, deferred = false } = step;
  const { biasRegularization = regularization, implicitRegularization = regularization } = step;
  const updated = (value: number, gradient: number, penalty: number) =>
    value + learningRate * (gradient - penalty * value);

  for (const user of userFactors.keys()) {
    const rows = ratings.filter((row) => row.user === user);
    const root = Math.sqrt(rows.length);
    const updateImplicit = (gradients: readonly number[]) => {
      for (const { item } of rows) {
        implicitFactors[item] = implicitFactors[item].map((value, f) =>
          updated(value, gradients[f], implicitRegularization),
        );
      }
    };
    let deferredGradients = userFactors[user].map(() => 0);
    for (const { item, rating } of rows) {
      const p = userFactors[user];
      const q = itemFactors[item];
      const combined = p.map(
        (value, f) => value + sum(rows.map((row) => implicitFactors[row.item][f])) / root,
      );
      const error = rating - (mean + userBiases[user] + itemBiases[item] + dot(q, combined));

      userBiases[user] = updated(userBiases[user], error, biasRegularization);
      itemBiases[item] = updated(itemBiases[item], error, biasRegularization);
      userFactors[user] = p.map((value, f) => updated(value, error * q[f], regularization));
      itemFactors[item] = q.map((value, f) => updated(value, error * combined[f], regularization));
      const gradients = q.map((value) => (error * value) / root);
      if (deferred) deferredGradients = deferredGradients.map((value, f) => value + gradients[f]);
      else updateImplicit(gradients);
    }
    if (deferred) updateImplicit(deferredGradients);
  }
}
