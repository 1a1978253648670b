import { type Explanation, FittedModel, type History, type Model } from "../../src/models/contract/model.js";
import type { Id } from "../../src/ratings/id-index.js";
import type { Ratings } from "../../src/ratings/ratings.js";

/** The scores of a {@link TableModel}. */
interface Table {
  /** The score of a user for an item, NaN for none. */
  readonly score: (userId: Id, itemId: Id) => number;
  /** The score for a folded-in user with the ratings `rated`. @default NaN */
  readonly scoreNew?: (itemId: Id, rated: ReadonlyMap<Id, number>) => number;
  /** The score for a pair with an unknown user or item, whose id is undefined. @default NaN */
  readonly part?: (userId: Id | undefined, itemId: Id | undefined) => number;
  readonly name?: string;
  readonly settings?: object;
  readonly inStars?: boolean;
}

/** A model with given scores, for tests of what measures it. */
export class TableModel implements Model {
  readonly name: string;
  readonly settings: object;
  readonly table: Table;

  constructor(table: Table) {
    this.name = table.name ?? "TableModel";
    this.settings = table.settings ?? {};
    this.table = table;
  }

  fit(ratings: Ratings): FittedModel {
    return new FittedTable(ratings, this);
  }
}

class FittedTable extends FittedModel {
  readonly name: string;
  readonly settings: object;
  readonly inStars: boolean;
  readonly #table: Table;

  constructor(ratings: Ratings, { name, settings, table }: TableModel) {
    super(ratings);
    this.name = name;
    this.settings = settings;
    this.inStars = table.inStars ?? true;
    this.#table = table;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const userId = this.ratings.users.idOf(userIndex);
    for (const [item, itemId] of this.items.ids.entries()) into[item] = this.#table.score(userId, itemId);
  }

  scoreItemsFor({ itemIndices, values }: History, into: Float64Array): void {
    const { scoreNew = () => Number.NaN } = this.#table;
    const rated = new Map(Array.from(itemIndices, (item, place) => [this.items.idOf(item), values[place]!]));
    for (const [item, itemId] of this.items.ids.entries()) into[item] = scoreNew(itemId, rated);
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    const { part = () => Number.NaN } = this.#table;
    return part(this.ratings.users.ids[userIndex], this.items.ids[itemIndex]);
  }

  state(): Record<string, never> {
    return {};
  }

  explainFor(): Explanation {
    return { base: 0, contributions: [] };
  }
}
