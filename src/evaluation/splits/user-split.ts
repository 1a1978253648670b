import { type RandomSettings, random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import { shareBetween0And1 } from "../../settings/checks.js";
import { shareOf } from "../../settings/share-of.js";
import { rowPositions } from "../../sparse/row-positions.js";
import { rowsWhere, type Split } from "./split.js";

/** Options of {@link userSplit}. */
export interface UserSplitOptions extends Partial<RandomSettings> {
  /** The share of test users, between 0 and 1, rounded up to whole users. @default 0.2 */
  readonly testShare?: number;
  /**
   * The share of a test user's ratings that the model is given, between 0 and 1, rounded down, so
   * that at least one is tested.
   * @default 0.8
   */
  readonly givenShare?: number;
}

/**
 * Holds out whole users, to measure a model on users who are not in train. A random share of each
 * test user's ratings is `given`, the others are `test`. All parts keep file order. O(ratings).
 *
 * Dawen Liang et al., *Variational Autoencoders for Collaborative Filtering*, WWW 2018, section 4.1
 * («strong generalization»).
 *
 * @throws RangeError for a share that is not between 0 and 1.
 * @example
 * const { train, given, test } = userSplit(ratings, { testShare: 0.1 });
 * [train.users.size, test.users.size]; // [549, 61]
 */
export function userSplit<Data extends Feedback>(
  ratings: Data,
  { testShare = 0.2, givenShare = 0.8, seed, generator }: UserSplitOptions = {},
): Required<Split<Data>> {
  const { byUser } = ratings;
  const drawn = random({ seed, generator });
  const testCount = shareOf(byUser.rowCount, shareBetween0And1({ testShare }));
  const testedShare = 1 - shareBetween0And1({ givenShare });
  const part = new Uint8Array(ratings.count).fill(TRAIN);
  for (const user of drawn.permutation(byUser.rowCount).subarray(byUser.rowCount - testCount)) {
    const rows = rowPositions(byUser, user);
    const givenCount = rows.length - shareOf(rows.length, testedShare);
    for (const [place, offset] of drawn.permutation(rows.length).entries()) {
      part[rows[offset]] = place < givenCount ? GIVEN : TEST;
    }
  }
  const rowsOf = (wanted: number) => rowsWhere(ratings, (row) => part[row] === wanted);
  return { train: rowsOf(TRAIN), given: rowsOf(GIVEN), test: rowsOf(TEST) };
}

const [TRAIN, GIVEN, TEST] = [0, 1, 2];
