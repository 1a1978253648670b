import type { Ratings } from "../../ratings/ratings.js";
import { atLeast } from "../../settings/settings.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { lengthPowers } from "../../sparse/length-powers.js";
import { checkImplicit, type ImplicitSettings, implicitValues } from "./implicit-values.js";

/** How much users and items weigh while item-item weights are fitted. */
export interface InteractionSettings extends ImplicitSettings {
  /** A user with n ratings weighs n^-activityPower in what is fitted, from 0 (all alike) on, so that the busiest do not decide. @default 0 */
  readonly activityPower: number;
  /** An item with n ratings has its numbers multiplied by n^-popularityPower, from 0 (not at all) on. @default 0 */
  readonly popularityPower: number;
}

/** Settings with their defaults, each checked. */
export function checkedInteractionSettings({
  binary = true,
  activityPower = 0,
  popularityPower = 0,
}: Partial<InteractionSettings>): InteractionSettings {
  return {
    binary,
    activityPower: atLeast(0, { activityPower }),
    popularityPower: atLeast(0, { popularityPower }),
  };
}

/** Who took an interest in what, by both sides, and what the items' numbers were multiplied by. */
export interface WeightedInteractions {
  readonly byUser: CsrMatrix;
  readonly byItem: CsrMatrix;
  readonly itemScales: Float64Array;
}

/**
 * The matrix that item-item weights are fitted to by least squares,
 *
 *     x = value × n_user^(−activityPower / 2) × n_item^−popularityPower
 *
 * so that a user's squared errors weigh n_user^−activityPower. O(ratings). A rating below 0 is a RangeError.
 */
export function weightedInteractions(ratings: Ratings, settings: InteractionSettings): WeightedInteractions {
  checkImplicit(ratings);
  const userScales = lengthPowers(ratings.byUser, -settings.activityPower / 2);
  const itemScales = lengthPowers(ratings.byItem, -settings.popularityPower);
  return {
    byUser: scaled(ratings.byUser, userScales, itemScales, settings),
    byItem: scaled(ratings.byItem, itemScales, userScales, settings),
    itemScales,
  };
}

function scaled(
  matrix: CsrMatrix,
  rowScales: Float64Array,
  columnScales: Float64Array,
  settings: ImplicitSettings,
): CsrMatrix {
  const { starts, indices, rowCount } = matrix;
  const values = implicitValues(matrix.values, settings).slice();
  for (let row = 0; row < rowCount; row++) {
    for (let k = starts[row]; k < starts[row + 1]; k++)
      values[k] *= rowScales[row] * columnScales[indices[k]];
  }
  return CsrMatrix.fromRows({ ...matrix, values });
}
