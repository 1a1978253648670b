import { addCommonSums } from "../../kernels/similarity/common-sums.js";
import { ratingsOfSimilar } from "../../kernels/similarity/ratings-of-similar.js";
import { pairsByRow } from "../../ratings/pairs-by-row.js";
import type { Ratings } from "../../ratings/ratings.js";
import { wholeAtLeast } from "../../settings/checks.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";
import type { ItemTag } from "../content/genre-content.js";
import { type DatedItems, FactsById, type ItemFacts } from "../content/item-facts.js";
import type { History, Pair } from "../contract/model.js";
import { FeatureTable } from "../trees/feature-table.js";

/** Settings of {@link ratingFeatures}. */
export interface RatingFeaturesOptions {
  /** How many similar users' and similar items' ratings there are, from 0. @default 5 */
  readonly neighbors?: number;
  /** Whether a pair's own rating, where there is one, counts in none of its features but the mean of all. @default true */
  readonly leaveOut?: boolean;
  /** Items with genres and years, for features of what an item is about. @default none */
  readonly items?: DatedItems | undefined;
  /** The tags of those items. @default none */
  readonly tags?: Iterable<ItemTag>;
}

/** How many ratings at the user's mean are added to each genre. */
const GENRE_DAMPING = 5;

/**
 * What ratings say of pairs of a user and an item, as a row of numbers each:
 *
 * | feature | is |
 * | --- | --- |
 * | mean of all | of the ratings |
 * | similar user 1, 2 … | what the users most like this one gave to the item, the item's mean where too few did |
 * | similar item 1, 2 … | what the user gave to the items most like this one, the user's mean where too few are rated |
 * | user mean, item mean | of their ratings |
 * | user count, item count | how many they are |
 * | user spread, item spread | the standard deviation of their ratings |
 * | genre match | with `items`: how far above the user's mean the item's genres do, as {@link genreProfiles} |
 * | age | with `items`: how many years before the newest item it is from |
 * | tags | with `items`: how many it was given |
 * | genre Action … | with `items`: 1 where it is one of its genres |
 *
 * Alike is who has a high cosine, a missing rating being 0; it must be above 0. What is not known is NaN, so that a new user or item has features
 * too. Features of rows that a model learns from must not hold the answer: leave it out. But mind that what is left has a trace of it still, as a
 * mean without a high rating is lower: `Hybrid` makes its features from other ratings than those it learns from.
 *
 * O(Σ over users of their ratings² + Σ over pairs of the user's and the item's ratings).
 *
 * @throws RangeError for `neighbors` that are no whole number from 0, and an item that comes twice.
 * @example
 * const table = ratingFeatures(ratings, [{ userId: 1, itemId: 50 }], { neighbors: 1 });
 * table.names.slice(0, 3); // ["mean of all", "similar user 1", "similar item 1"]
 */
export function ratingFeatures(
  ratings: Ratings,
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

/** Pairs by index, -1 for what is unknown. */
export interface IndexedPairs {
  readonly userIndices: Int32Array;
  readonly itemIndices: Int32Array;
}

/** What {@link FeatureMaker} takes. */
export interface FeatureMakerOptions {
  /** Of all ratings. */
  readonly mean: number;
  readonly neighbors: number;
  readonly leaveOut: boolean;
  /** Of the items by index; there may be more of them than the ratings have. */
  readonly facts: ItemFacts | undefined;
}

/** Some ratings: how many they are, their sum, and the sum of their squares. */
interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** A user, and what is known of all that they rated. */
interface Person {
  /** -1 for one who is not among the users. */
  readonly index: number;
  readonly rated: SparseRow;
  readonly ratingOf: ReadonlyMap<number, number>;
  readonly sums: Sums;
  /** Those of each genre. */
  readonly genreSums: readonly Sums[];
}

/** Makes the features of {@link ratingFeatures} for pairs by index. */
export class FeatureMaker {
  readonly names: readonly string[];
  readonly #ratings: Ratings;
  readonly #options: FeatureMakerOptions;
  readonly #userSums: readonly Sums[];
  readonly #itemSums: readonly Sums[];

  constructor(ratings: Ratings, options: FeatureMakerOptions) {
    const { neighbors, facts } = options;
    const numbered = (name: string) => Array.from({ length: neighbors }, (_, k) => `${name} ${k + 1}`);
    this.names = Object.freeze([
      "mean of all",
      ...numbered("similar user"),
      ...numbered("similar item"),
      ...["mean", "count", "spread"].flatMap((what) => [`user ${what}`, `item ${what}`]),
      ...(facts ? ["genre match", "age", "tags", ...facts.genres.map((genre) => `genre ${genre}`)] : []),
    ]);
    this.#ratings = ratings;
    this.#options = options;
    this.#userSums = sumsOfRows(ratings.byUser);
    this.#itemSums = sumsOfRows(ratings.byItem);
    Object.freeze(this);
  }

  /** The features of pairs, a row each. With a `history` all of them are of that person, who need not be among the users. */
  table({ userIndices, itemIndices }: IndexedPairs, history?: History): FeatureTable {
    const { users, byUser, byItem } = this.#ratings;
    const { mean, neighbors, leaveOut, facts } = this.#options;
    const width = this.names.length;
    const into = new Float64Array(userIndices.length * width);
    const people = new Map<number, Person>();
    const own = new Float64Array(userIndices.length).fill(Number.NaN);

    const withUsers = new NearestRatings(byItem, this.#userSums, neighbors);
    for (const pair of pairsByRow(userIndices, users.size)) {
      const [user, item] = [userIndices[pair], itemIndices[pair]];
      let person = people.get(user);
      if (!person) {
        person = this.#person(history ?? { userIndex: user, ...asHistory(rowOf(byUser, user)) });
        people.set(user, person);
        withUsers.compare(person.index, person.rated, person.sums);
      }
      if (leaveOut) own[pair] = person.ratingOf.get(item) ?? Number.NaN;
      const itemSums = without(this.#itemSums[item] ?? NOTHING, own[pair]);
      into[pair * width] = mean;
      const start = pair * width + 1;
      withUsers.write(
        rowOf(byItem, item),
        own[pair],
        meanOf(itemSums),
        into.subarray(start, start + neighbors),
      );
      const userSums = without(person.sums, own[pair]);
      const measures = [meanOf, countOf, spreadOf].flatMap((measure) => [
        measure(userSums),
        measure(itemSums),
      ]);
      into.set(measures, start + 2 * neighbors);
      if (facts) writeFacts(facts, person, item, own[pair], into, start + 2 * neighbors + measures.length);
    }

    const withItems = new NearestRatings(byUser, this.#itemSums, neighbors);
    const itemCount = Math.max(byItem.rowCount, facts?.columns.tags.length ?? 0);
    let compared = -1;
    for (const pair of pairsByRow(itemIndices, itemCount)) {
      const item = itemIndices[pair];
      const person = people.get(userIndices[pair])!;
      if (item !== compared) withItems.compare(item, rowOf(byItem, item), this.#itemSums[item] ?? NOTHING);
      compared = item;
      const start = pair * width + 1 + neighbors;
      const userMean = meanOf(without(person.sums, own[pair]));
      withItems.write(person.rated, own[pair], userMean, into.subarray(start, start + neighbors));
    }
    return new FeatureTable({ values: into, names: this.names });
  }

  #person({ userIndex, itemIndices, values }: History): Person {
    const { facts } = this.#options;
    const { rowCount } = this.#ratings.byItem;
    const isRated = (_: number, k: number) => itemIndices[k] < rowCount;
    const ofGenre = (genre: number) => values.filter((_, k) => facts?.has(itemIndices[k], genre));
    return {
      index: userIndex,
      rated: { indices: itemIndices.filter(isRated), values: values.filter(isRated) },
      ratingOf: new Map(Array.from(itemIndices, (item, k) => [item, values[k]])),
      sums: sumsOf(values),
      genreSums: (facts?.genres ?? []).map((_, genre) => sumsOf(ofGenre(genre))),
    };
  }
}

/** Finds what the rows most like one gave to a column: users who rated an item, or items that a user rated. */
class NearestRatings {
  readonly #columns: CsrMatrix;
  readonly #squares: Float64Array;
  readonly #dots: Float64Array;
  readonly #cosines: Float64Array;
  #row = -1;
  #square = 0;

  /** @param columns of the rows, as rows; `sums` of each row */
  constructor(columns: CsrMatrix, sums: readonly Sums[], neighbors: number) {
    this.#columns = columns;
    this.#squares = Float64Array.from(sums, ({ squares }) => squares);
    this.#dots = new Float64Array(sums.length);
    this.#cosines = new Float64Array(neighbors);
  }

  /** Compares a row with all others: that of this index, or any other where it is -1. */
  compare(row: number, rated: SparseRow, { squares }: Sums): void {
    this.#row = row;
    this.#square = squares;
    addCommonSums("dots", rated, this.#columns, this.#columns.starts, this.#dots.fill(0));
  }

  /** Writes what those most like the compared row gave to a column of which these are the ratings, and fills up what is missing. */
  write(raters: SparseRow, own: number, filler: number, into: Float64Array): void {
    const compared = { index: this.#row, own: own || 0, square: this.#square, dots: this.#dots };
    const nearest = { ratings: into.fill(filler), cosines: this.#cosines };
    ratingsOfSimilar(raters, compared, this.#squares, nearest);
  }
}

/** Writes genre match, age, tags, and a number for each genre; all NaN for an item of which nothing is known. */
function writeFacts(
  facts: ItemFacts,
  person: Person,
  item: number,
  own: number,
  into: Float64Array,
  at: number,
): void {
  const { genres, columns } = facts;
  const isKnown = item >= 0 && !Number.isNaN(columns.tags[item]);
  const mean = meanOf(without(person.sums, own));
  let [match, count] = [0, 0];
  for (const genre of genres.keys()) {
    const has = facts.has(item, genre);
    into[at + 3 + genre] = isKnown ? Number(has) : Number.NaN;
    if (!has) continue;
    const rated = without(person.genreSums[genre], own);
    match += rated.count === 0 ? 0 : (rated.sum - rated.count * mean) / (rated.count + GENRE_DAMPING);
    count++;
  }
  into[at] = match / count;
  into[at + 1] = isKnown ? facts.newest - columns.years[item] : Number.NaN;
  into[at + 2] = isKnown ? columns.tags[item] : Number.NaN;
}

const NOTHING: Sums = { count: 0, sum: 0, squares: 0 };

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

/** The sums less one rating; the same where it is NaN. */
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

function asHistory({ indices, values }: SparseRow): Pick<History, "itemIndices" | "values"> {
  return { itemIndices: indices, values };
}
