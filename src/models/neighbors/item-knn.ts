import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number } from "../../settings/number.js";
import { rowOf } from "../../sparse/row-of.js";
import type { TaskOptions } from "../../task/report-progress.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
  type SimilarItem,
  type SimilarOptions,
} from "../contract/model.js";
import { savedSimilarities, stateOfRows } from "../contract/saved-model.js";
import { ComparedRows, type ComparedSimilarities } from "./compared-rows.js";
import { checkColumnPower, checkedKnnSettings, knnFields } from "./knn-settings.js";
import { Neighborhood, type Voters } from "./neighborhood.js";

/** Settings of {@link ItemKnn}. */
export interface ItemKnnSettings extends SettingsOf<typeof ItemKnn.settings> {}

/**
 * Item-based neighbours: an item scores by what the user gave to the items most like it,
 *
 *     score = Σ similarity × rating / (Σ |similarity| + damping)
 *
 * over the `neighbors` of the user's items that are most similar to it. Two items are alike where the same users
 * rate them alike. NaN where fewer than `minNeighbors` count. Fits in O(Σ over users of their ratings²); keeps `keep`
 * similarities an item. Sarwar et al., Item-based collaborative filtering recommendation algorithms, WWW 2001.
 *
 * @example
 * const model = new ItemKnn({ similarity: "pearson", minCommon: 100 }).fit(ratings);
 * model.similarItems(movies.find("Star Wars (1977)"), { count: 3 });
 */
export class ItemKnn implements Model<FittedItemKnn> {
  static readonly kind = "ItemKnn";
  static readonly settings = defineSettings(knnFields, {
    /** In cosine similarities, a user with n ratings has weight n^-activityPower; 0: all users weigh the same. */
    activityPower: number({ min: 0, default: 0 }),
  });
  readonly name = ItemKnn.kind;
  readonly settings: ItemKnnSettings;

  constructor(settings: Partial<ItemKnnSettings> = {}) {
    this.settings = checkedKnnSettings(ItemKnn.settings.check(this.name, settings));
    checkColumnPower({ activityPower: this.settings.activityPower }, this.settings);
  }

  fit(ratings: Ratings, task: TaskOptions = {}): FittedItemKnn {
    const rows = comparedItems(ratings, this.settings);
    return new FittedItemKnn(ratings, this.settings, { rows, similarities: rows.all(task) });
  }

  static restore(saved: SavedModel): FittedItemKnn {
    const { settings } = new ItemKnn(saved.settings);
    const similarities = savedSimilarities(saved, saved.ratings.items.size);
    return new FittedItemKnn(saved.ratings, settings, {
      rows: comparedItems(saved.ratings, settings),
      similarities,
    });
  }
}

/** A fitted {@link ItemKnn}. */
export class FittedItemKnn extends FittedModel {
  readonly name = ItemKnn.kind;
  readonly settings: Readonly<ItemKnnSettings>;
  readonly inStars: boolean;
  readonly #rows: ComparedRows;
  readonly #neighborhood: Neighborhood;

  constructor(
    ratings: Ratings,
    settings: Readonly<ItemKnnSettings>,
    { rows, similarities }: ComparedSimilarities,
  ) {
    super(ratings);
    this.settings = settings;
    this.inStars = settings.aggregate !== "sum";
    this.#rows = rows;
    this.#neighborhood = new Neighborhood(similarities, rows.centerings.of(settings.center), settings);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return ItemKnn;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#neighborhood.scoreRows(this.#votersOf(userIndex), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    this.#neighborhood.scoreRows(this.#voters(history), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#neighborhood.score(itemIndex, this.#votersOf(userIndex));
  }

  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    this.#neighborhood.scorePairs(itemIndices, userIndices, (userIndex) => this.#votersOf(userIndex), into);
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    return this.#neighborhood.base(itemIndex, userIndex, this.ratings.mean);
  }

  /** The items most like one, best first; equal ones in the order of their index. An unknown item is a RangeError. */
  similarItems(itemId: Id, { count = 10 }: SimilarOptions = {}): SimilarItem[] {
    const itemIndex = this.knownItem(itemId);
    const nearest = this.#neighborhood.mostSimilar(itemIndex, wholeAtLeast(0, { count }));
    return nearest.map(({ row, similarity }) => ({
      itemId: this.items.idOf(row),
      similarity,
      ...this.#rows.pair(itemIndex, row),
    }));
  }

  state(): Record<string, Float64Array | Int32Array> {
    return stateOfRows(this.#neighborhood.similarities);
  }

  explainFor(history: History, itemIndex: number): Explanation {
    const voters = this.#voters(history);
    const own = this.#neighborhood.own(itemIndex);
    const similarities = this.#neighborhood.lookUp(itemIndex, voters.rows);
    const contributions = this.#neighborhood.votes(own, voters, similarities).map(({ voter, share }) => ({
      itemId: this.items.idOf(voters.rows[voter]),
      rating: voters.values[voter],
      share,
    }));
    return { base: own.offset + voters.columnOffset, contributions };
  }

  /** The user's ratings, which vote on every item. */
  #votersOf(userIndex: number): Voters {
    const { indices, values } = rowOf(this.ratings.byUser, userIndex);
    const columnOffset = this.#neighborhood.centering.columnOffsets[userIndex];
    return { rows: indices, values, columnOffset };
  }

  #voters({ userIndex, itemIndices, values }: History): Voters {
    if (userIndex >= 0) return this.#votersOf(userIndex);
    const { offset } = this.#neighborhood.centering.newcomer(itemIndices, values);
    return { rows: itemIndices, values, columnOffset: offset };
  }
}

function comparedItems(ratings: Ratings, settings: ItemKnnSettings): ComparedRows {
  return new ComparedRows(ratings, "items", { ...settings, columnPower: settings.activityPower / 2 });
}
