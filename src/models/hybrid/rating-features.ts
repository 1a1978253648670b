import { addCommonDots } from "../../kernels/similarity/common-dots.js";
import { ratingsOfSimilar } from "../../kernels/similarity/ratings-of-similar.js";
import type { Feedback } from "../../ratings/feedback.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import { wholeAtLeast } from "../../settings/checks.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import type { ItemTag } from "../content/genre-content.js";
import { type DatedItems, FactsById, type ItemFacts } from "../content/item-facts.js";
import type { History, Pair, Timestamps } from "../contract/model.js";
import type { IndexedSide } from "../machines/side-columns.js";
import { FeatureTable } from "../trees/feature-table.js";
import { type SideTable, sideTable } from "./side-table.js";

/** Settings of {@link ratingFeatures}. */
export interface RatingFeaturesOptions {
  /** Number of ratings of similar users, and of similar items, from 0. @default 5 */
  readonly neighbors?: number;
  /**
   * Whether a pair's own rating is left out of its features, except the mean of all. @default true
   */
  readonly leaveOut?: boolean;
  /** Items with genres and years, for features of their metadata. @default none */
  readonly items?: DatedItems | undefined;
  /** The tags of those items. @default none */
  readonly tags?: Iterable<ItemTag>;
}

/** Number of imaginary ratings at the user's mean that each genre gets. */
const GENRE_DAMPING = 5;

/**
 * Features of pairs of a user and an item, a row for each pair:
 *
 * | feature | meaning |
 * | --- | --- |
 * | mean of all | mean of all ratings |
 * | similar user 1, 2 … | the most similar users' ratings of the item, then the item's mean |
 * | similar item 1, 2 … | the user's ratings of the most similar items, then the user's mean |
 * | user mean, item mean | mean of their ratings |
 * | user count, item count | number of their ratings |
 * | user spread, item spread | standard deviation of their ratings |
 * | genre match | with `items`: mean of the user's {@link genreProfiles} over the item's genres |
 * | age | with `items`: years between the item and the newest one |
 * | tags | with `items`: number of tags |
 * | genre Action … | with `items`: 1 where the item has the genre, else 0 |
 *
 * Similarity is the cosine, where a missing rating is 0; neighbours have one above 0. Unknown
 * values are NaN, so that new users and items have features too. Features that a model is fitted to
 * must not contain the rating to predict: leave it out. Even then they leak it a little, as the
 * mean of the other ratings is lower where it is high; `Hybrid` therefore makes features from other
 * folds than those it is fitted to.
 *
 * O(Σ over users of their ratings² + Σ over pairs of the user's and the item's ratings).
 *
 * @throws RangeError for `neighbors` that is not a whole number from 0, and an item that comes
 *   twice.
 * @example
 * const table = ratingFeatures(ratings, [{ userId: 1, itemId: 50 }], { neighbors: 1 });
 * table.names.slice(0, 3); // ["mean of all", "similar user 1", "similar item 1"]
 */
export function ratingFeatures(
  ratings: Feedback,
  pairs: Iterable<Pair>,
  { neighbors = 5, leaveOut = true, items, tags }: RatingFeaturesOptions = {},
): FeatureTable {
  wholeAtLeast(0, { neighbors });
  const all = [...pairs];
  const facts = items && new FactsById(items, tags);
  const index = facts ? facts.itemsWith(ratings) : ratings.items;
  const maker = new FeatureMaker(ratings, {
    mean: ratings.mean,
    neighbors,
    leaveOut,
    facts: facts?.at(index),
  });
  const indexed = {
    userIndices: Int32Array.from(all, ({ userId }) => ratings.users.indexOf(userId)),
    itemIndices: Int32Array.from(all, ({ itemId }) => index.indexOf(itemId)),
  };
  return maker.table(indexed);
}

/** Pairs by index, -1 for an unknown user or item. */
export interface IndexedPairs {
  readonly userIndices: Int32Array;
  readonly itemIndices: Int32Array;
  /** For models with dates among their features. */
  readonly timestamps?: Timestamps | undefined;
}

/** Options of {@link FeatureMaker}. */
export interface FeatureMakerOptions {
  /** Mean of all ratings. */
  readonly mean: number;
  readonly neighbors: number;
  readonly leaveOut: boolean;
  /** Metadata by item index, also of items without ratings. */
  readonly facts: ItemFacts | undefined;
  /** Side data by index. */
  readonly side?: Pick<IndexedSide, "users" | "items"> | undefined;
}

/** Number, sum and sum of squares of some ratings. */
interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** The ratings of a user. */
interface UserRatings {
  /** -1 for a new user. */
  readonly index: number;
  readonly rated: SparseRow;
  readonly ratingOf: ReadonlyMap<number, number>;
  readonly sums: Sums;
  /** Of the ratings of each genre. */
  readonly genreSums: readonly Sums[];
}

/** Makes the features of {@link ratingFeatures} for pairs by index. */
export class FeatureMaker {
  readonly names: readonly string[];
  readonly #ratings: Feedback;
  readonly #options: FeatureMakerOptions;
  readonly #userSums: readonly Sums[];
  readonly #itemSums: readonly Sums[];
  readonly #ofUsers: SideTable;
  readonly #ofItems: SideTable;

  constructor(ratings: Feedback, options: FeatureMakerOptions) {
    const { neighbors, facts, side } = options;
    this.#ofUsers = sideTable("user", side?.users);
    this.#ofItems = sideTable("item", side?.items);
    const numbered = (name: string) => Array.from({ length: neighbors }, (_, k) => `${name} ${k + 1}`);
    this.names = Object.freeze([
      "mean of all",
      ...numbered("similar user"),
      ...numbered("similar item"),
      ...["mean", "count", "spread"].flatMap((what) => [`user ${what}`, `item ${what}`]),
      ...(facts ? ["genre match", "age", "tags", ...facts.genres.map((genre) => `genre ${genre}`)] : []),
      ...this.#ofUsers.names,
      ...this.#ofItems.names,
    ]);
    this.#ratings = ratings;
    this.#options = options;
    this.#userSums = sumsOfRows(ratings.byUser);
    this.#itemSums = sumsOfRows(ratings.byItem);
    Object.freeze(this);
  }

  /**
   * The features of pairs, a row each. With a `history` all of them are of the user of that
   * history, who may be new.
   */
  table({ userIndices, itemIndices }: IndexedPairs, history?: History): FeatureTable {
    const { users, byUser, byItem } = this.#ratings;
    const { mean, neighbors, leaveOut, facts, side } = this.#options;
    const width = this.names.length;
    const into = new Float64Array(userIndices.length * width);
    const ratingsByUser = new Map<number, UserRatings>();
    const own = new Float64Array(userIndices.length).fill(Number.NaN);

    const withUsers = new NearestRatings(byItem, this.#userSums, neighbors);
    for (const pair of pairsByRow(userIndices, users.size)) {
      const [user, item] = [userIndices[pair], itemIndices[pair]];
      let userRatings = ratingsByUser.get(user);
      if (!userRatings) {
        userRatings = this.#userRatings(history ?? { userIndex: user, ...asHistory(rowOf(byUser, user)) });
        ratingsByUser.set(user, userRatings);
        withUsers.compare(userRatings.index, userRatings.rated, userRatings.sums);
      }
      if (leaveOut) own[pair] = userRatings.ratingOf.get(item) ?? Number.NaN;
      const itemSums = without(this.#itemSums[item] ?? NO_RATINGS, own[pair]);
      into[pair * width] = mean;
      const start = pair * width + 1;
      withUsers.write(
        rowOf(byItem, item),
        own[pair],
        meanOf(itemSums),
        into.subarray(start, start + neighbors),
      );
      const userSums = without(userRatings.sums, own[pair]);
      let place = start + 2 * neighbors;
      for (const measure of MEASURES) {
        into[place++] = measure(userSums);
        into[place++] = measure(itemSums);
      }
      if (facts) writeFacts(facts, userRatings, item, own[pair], into, place);
      const end = (pair + 1) * width - this.#ofItems.names.length;
      this.#ofUsers.write(user, into, end - this.#ofUsers.names.length);
      this.#ofItems.write(item, into, end);
    }

    const withItems = new NearestRatings(byUser, this.#itemSums, neighbors);
    const sideCount = side?.items?.rows.rowCount ?? 0;
    const itemCount = Math.max(byItem.rowCount, facts?.columns.tags.length ?? 0, sideCount);
    let compared = -1;
    for (const pair of pairsByRow(itemIndices, itemCount)) {
      const item = itemIndices[pair];
      const userRatings = ratingsByUser.get(userIndices[pair])!;
      if (item !== compared) withItems.compare(item, rowOf(byItem, item), this.#itemSums[item] ?? NO_RATINGS);
      compared = item;
      const start = pair * width + 1 + neighbors;
      const userMean = meanOf(without(userRatings.sums, own[pair]));
      withItems.write(userRatings.rated, own[pair], userMean, into.subarray(start, start + neighbors));
    }
    return new FeatureTable({ values: into, names: this.names });
  }

  #userRatings({ userIndex, itemIndices, values }: History): UserRatings {
    const { facts } = this.#options;
    const { rowCount } = this.#ratings.byItem;
    const isRated = (_: number, k: number) => itemIndices[k] < rowCount;
    return {
      index: userIndex,
      rated: { indices: itemIndices.filter(isRated), values: values.filter(isRated) },
      ratingOf: new Map(Array.from(itemIndices, (item, k) => [item, values[k]])),
      sums: sumsOf(values),
      genreSums: facts ? genreSums(facts, itemIndices, values) : [],
    };
  }
}

/**
 * The ratings of the rows most similar to one row: of users who rated an item, or of items that a
 * user rated.
 */
class NearestRatings {
  readonly #columns: CsrMatrix;
  readonly #squares: Float64Array;
  readonly #dots: Float64Array;
  readonly #cosines: Float64Array;
  #row = -1;
  #square = 0;

  /**
   * @param columns the transpose of the matrix of the rows
   * @param sums those of each row
   */
  constructor(columns: CsrMatrix, sums: readonly Sums[], neighbors: number) {
    this.#columns = columns;
    this.#squares = Float64Array.from(sums, ({ squares }) => squares);
    this.#dots = new Float64Array(sums.length);
    this.#cosines = new Float64Array(neighbors);
  }

  /** Compares a row with all rows; its index is -1 where it is not one of them. */
  compare(row: number, rated: SparseRow, { squares }: Sums): void {
    this.#row = row;
    this.#square = squares;
    addCommonDots(rated, this.#columns, this.#dots.fill(0));
  }

  /**
   * Writes the ratings of the rows most similar to the compared row, out of those of one column;
   * `filler` where there are too few.
   */
  write(raters: SparseRow, own: number, filler: number, into: Float64Array): void {
    const compared = { index: this.#row, own: own || 0, square: this.#square, dots: this.#dots };
    const nearest = { ratings: into.fill(filler), cosines: this.#cosines };
    ratingsOfSimilar(raters, compared, this.#squares, nearest);
  }
}

/**
 * Writes genre match, age, tags, and a number for each genre; all NaN for an item without metadata.
 */
function writeFacts(
  facts: ItemFacts,
  userRatings: UserRatings,
  item: number,
  own: number,
  into: Float64Array,
  at: number,
): void {
  const { genres, columns } = facts;
  const isKnown = item >= 0 && !Number.isNaN(columns.tags[item]);
  const mean = meanOf(without(userRatings.sums, own));
  let [match, count] = [0, 0];
  for (const genre of genres.keys()) {
    const has = facts.has(item, genre);
    into[at + 3 + genre] = isKnown ? Number(has) : Number.NaN;
    if (!has) continue;
    const rated = without(userRatings.genreSums[genre], own);
    match += rated.count === 0 ? 0 : (rated.sum - rated.count * mean) / (rated.count + GENRE_DAMPING);
    count++;
  }
  into[at] = match / count;
  into[at + 1] = isKnown ? facts.newest - columns.years[item] : Number.NaN;
  into[at + 2] = isKnown ? columns.tags[item] : Number.NaN;
}

/** The sums of the ratings of each genre. */
function genreSums({ genres, columns }: ItemFacts, items: Int32Array, values: Float64Array): Sums[] {
  const sums = genres.map(() => ({ count: 0, sum: 0, squares: 0 }));
  for (const [k, item] of items.entries()) {
    for (let place = columns.starts[item]; place < columns.starts[item + 1]; place++) {
      const ofGenre = sums[columns.genres[place]];
      ofGenre.count++;
      ofGenre.sum += values[k];
      ofGenre.squares += values[k] * values[k];
    }
  }
  return sums;
}

const NO_RATINGS: Sums = { count: 0, sum: 0, squares: 0 };

function sumsOf(values: Float64Array): Sums {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return { count: values.length, sum, squares };
}

function sumsOfRows(matrix: CsrMatrix): Sums[] {
  return Array.from({ length: matrix.rowCount }, (_, row) => sumsOf(rowOf(matrix, row).values));
}

/** The sums without one rating; the same where it is NaN. */
function without({ count, sum, squares }: Sums, rating: number): Sums {
  return Number.isNaN(rating)
    ? { count, sum, squares }
    : { count: count - 1, sum: sum - rating, squares: squares - rating * rating };
}

function meanOf({ sum, count }: Sums): number {
  return sum / count;
}

function countOf({ count }: Sums): number {
  return count;
}

function spreadOf({ count, sum, squares }: Sums): number {
  const variance = (squares - (sum * sum) / count) / (count - 1);
  return count < 2 ? Number.NaN : Math.sqrt(Math.max(0, variance));
}

const MEASURES = [meanOf, countOf, spreadOf];

function asHistory({ indices, values }: SparseRow): Pick<History, "itemIndices" | "values"> {
  return { itemIndices: indices, values };
}
