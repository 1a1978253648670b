import { choleskySolve } from "../../kernels/dense/cholesky.js";
import type { History } from "../contract/model.js";
import type { RowTable } from "./dates/dated-rows.js";
import type { MachineSamples } from "./machine-samples.js";
import type { RatingLink } from "./rating-link.js";
import { writeRow } from "./sampled-rows.js";

/** What a new user is folded into. */
export interface FoldInMachine {
  readonly samples: MachineSamples;
  /** Rows of items, or of items and dates. */
  readonly items: RowTable;
  /** Which of them is that of each rating of the new user. */
  readonly rowOfRating: Int32Array;
  /** The number of users, whose id columns come first and are followed by those of histories. */
  readonly userCount: number;
  /** The number of items that histories have; items after them have no ratings. */
  readonly historySize: number;
  readonly link: RatingLink;
}

/** Rounds in which targets are expected given the scores, where they depend on these. */
const ROUNDS = 10;

/**
 * The row of a new user for each sample. The user's history is known. The weight w and the factors
 * v of the user's id have the prior of all users' ids; their mean given the user's ratings solves
 *
 *     (Λ + α Σ h hᵀ) (w, v) = Λ μ + α Σ h e,   h = (1, Σ v x of the history + Σ v x of the item)
 *
 * where e is the residual of a rating without w and v, and α the precision of the noise. Items keep
 * their own histories. Where the target of a rating depends on its score, as with classes, this is
 * repeated: expectation maximization. O(samples × (ratings × factors² + factors³)).
 */
export function foldInUser(
  { samples, items, rowOfRating, userCount, historySize, link }: FoldInMachine,
  { itemIndices, values }: Pick<History, "itemIndices" | "values">,
): Float32Array[] {
  const count = itemIndices.length;
  const width = samples.shape.factors + 1;
  const known = itemIndices.filter((item) => item < historySize);
  const history = {
    starts: Int32Array.of(0, known.length),
    indices: known.map((item) => userCount + item),
    values: new Float64Array(known.length).fill(1 / Math.sqrt(known.length)),
  };
  const row = new Float64Array(width);
  const left = new Float64Array(width * width);
  const right = new Float64Array(width);
  const slope = new Float64Array(width);
  return Array.from({ length: samples.count }, (_, sample) => {
    writeRow(history, 0, samples.columns(sample), row);
    const { means, precisions } = samples.prior(sample, 0);
    const noise = samples.noise(sample);
    const base = link.offset + samples.bias(sample) + row[0];
    const rows = items.ofSample(sample);
    const ofUser = means.slice();
    for (let round = 0; round < (link.isLinear ? 1 : ROUNDS); round++) {
      left.fill(0);
      for (let f = 0; f < width; f++) {
        left[f * width + f] = precisions[f];
        right[f] = precisions[f] * means[f];
      }
      for (let k = 0; k < count; k++) {
        const item = rows.subarray(rowOfRating[k] * width, (rowOfRating[k] + 1) * width);
        let score = base + item[0];
        let ofId = ofUser[0];
        slope[0] = 1;
        for (let f = 1; f < width; f++) {
          score += row[f] * item[f];
          slope[f] = row[f] + item[f];
          ofId += slope[f] * ofUser[f];
        }
        const residual = link.target(sample, values[k], score + ofId) - score;
        for (let f = 0; f < width; f++) {
          right[f] += noise * slope[f] * residual;
          for (let g = 0; g <= f; g++) left[f * width + g] += noise * slope[f] * slope[g];
        }
      }
      choleskySolve(left, right);
      ofUser.set(right);
    }
    const user = Float32Array.from(row);
    for (let f = 1; f < width; f++) {
      row[0] += right[f] * row[f];
      user[f] += right[f];
    }
    user[0] = row[0] + right[0];
    return user;
  });
}
