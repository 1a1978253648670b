import type { Feedback } from "../../ratings/feedback.js";
import { number } from "../../settings/number.js";
import type { ValuesOf } from "../../settings/setting.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { lengthPowers } from "../../sparse/length-powers.js";
import { checkImplicit, ImplicitFields, implicitValues } from "./implicit-values.js";

/** Settings of models that fit weights between items. */
export class InteractionFields extends ImplicitFields {
  /** A user with n ratings has weight n^-activityPower in the fit; 0: all users weigh the same. */
  readonly activityPower = number({ min: 0, default: 0 });
  /**
   * The values of an item with n ratings are multiplied by n^-popularityPower before the fit; 0:
   * not at all.
   */
  readonly popularityPower = number({ min: 0, default: 0 });
}

export const interactionFields = /* @__PURE__ */ new InteractionFields();

export interface InteractionSettings extends ValuesOf<InteractionFields> {}

/**
 * A matrix of interactions by user and by item, and the factor that each item was multiplied by.
 */
export interface WeightedInteractions {
  readonly byUser: CsrMatrix;
  readonly byItem: CsrMatrix;
  readonly itemScales: Float64Array;
}

/**
 * The matrix that weights between items are fitted to by least squares,
 *
 *     x = value × n_user^(−activityPower / 2) × n_item^−popularityPower
 *
 * where n is the number of ratings over its mean, so that a user's squared errors have weight
 * n_user^−activityPower. O(ratings).
 *
 * @throws RangeError for a rating below 0.
 */
export function weightedInteractions(ratings: Feedback, settings: InteractionSettings): WeightedInteractions {
  checkImplicit(ratings);
  const userScales = lengthPowers(ratings.byUser, -settings.activityPower / 2);
  const itemScales = lengthPowers(ratings.byItem, -settings.popularityPower);
  const valuesOf = (matrix: CsrMatrix) => implicitValues(matrix.values, settings, ratings);
  return {
    byUser: scaled(ratings.byUser, userScales, itemScales, valuesOf),
    byItem: scaled(ratings.byItem, itemScales, userScales, valuesOf),
    itemScales,
  };
}

function scaled(
  matrix: CsrMatrix,
  rowScales: Float64Array,
  columnScales: Float64Array,
  valuesOf: (matrix: CsrMatrix) => Float64Array,
): CsrMatrix {
  const { starts, indices, rowCount } = matrix;
  const values = valuesOf(matrix).slice();
  for (let row = 0; row < rowCount; row++) {
    for (let k = starts[row]; k < starts[row + 1]; k++)
      values[k] *= rowScales[row] * columnScales[indices[k]];
  }
  return CsrMatrix.fromRows({ ...matrix, values });
}
