import {
  type FittedOf,
  itemStatistics,
  type OwnRating,
  Popularity,
  RandomWalk,
  type Recommendation,
} from "../../src/web.js";
import type { RatedTitles } from "./ratings-file.js";

/** The lowest rating that counts as liking a movie. */
export const LIKED_FROM = 3.5;

/** The values of `popularityPenalty` between popular and unusual. */
export const PENALTIES: readonly number[] = [0, 0.2, 0.4, 0.6, 0.8];

/** What a reader asks for. */
export interface Question {
  readonly own: readonly OwnRating[];
  /** One of {@link PENALTIES}. */
  readonly penalty: number;
  /** The fewest people who liked a movie of the list. */
  readonly atLeast: number;
  readonly count: number;
}

/** One of the reader's ratings, with its part of the score: between 0 and 1. */
export interface Reason {
  readonly title: string;
  readonly rating: number;
  readonly part: number;
}

/** A movie of the list. */
export interface Advice {
  readonly itemId: number;
  readonly title: string;
  /** The number of people who liked it. */
  readonly fans: number;
  /** The largest part first; none where the list is the same for everyone. */
  readonly reasons: readonly Reason[];
}

/** The answer to a {@link Question}. */
export interface Answer {
  /** Whether it depends on the reader's ratings; otherwise it lists the most popular movies. */
  readonly isPersonal: boolean;
  readonly advice: readonly Advice[];
}

/**
 * Recommends from ratings of at least {@link LIKED_FROM}, by a random walk from the reader's liked
 * movies. A reader who likes none gets the most popular movies. Movies that the reader rated are
 * left out.
 */
export class Recommender {
  readonly #data: RatedTitles;
  readonly #fans: ReadonlyMap<number, number>;
  readonly #walks = new Map<number, FittedOf<typeof RandomWalk>>();

  constructor(data: RatedTitles) {
    this.#data = data;
    const statistics = itemStatistics(data.ratings);
    this.#fans = new Map(statistics.map(({ itemId, count }) => [Number(itemId), count]));
  }

  get titles(): ReadonlyMap<number, string> {
    return this.#data.titles;
  }

  fansOf(itemId: number): number {
    return this.#fans.get(itemId) ?? 0;
  }

  /** The fitted model of a penalty; fitted once. */
  walk(penalty: number): FittedOf<typeof RandomWalk> {
    const known = this.#walks.get(penalty);
    if (known) return known;
    const settings = { transitionPower: 0.7, popularityPenalty: penalty, binary: false, onDemand: true };
    const fitted = new RandomWalk(settings).fit(this.#data.ratings);
    this.#walks.set(penalty, fitted);
    return fitted;
  }

  answer({ own, penalty, atLeast, count }: Question): Answer {
    const liked = own.filter(({ rating }) => rating >= LIKED_FROM);
    const isRated = new Set(own.map(({ itemId }) => itemId));
    const candidates = [...this.#fans]
      .filter(([itemId, fans]) => fans >= atLeast && !isRated.has(itemId))
      .map(([itemId]) => itemId);
    if (liked.length === 0) {
      const popular = new Popularity().fit(this.#data.ratings).foldIn([]);
      const found = popular.recommend({ count, candidates });
      return { isPersonal: false, advice: found.map((each) => this.#advice(each, [])) };
    }
    const reader = this.walk(penalty).foldIn(liked);
    const advice = reader.recommend({ count, candidates }).map((each) => {
      const { contributions } = reader.explain(each.itemId);
      const total = contributions.reduce((sum, { share }) => sum + share, 0);
      const reasons = contributions.map(({ itemId, rating, share }) => ({
        title: this.#titleOf(itemId),
        rating,
        part: share / total,
      }));
      return this.#advice(each, reasons);
    });
    return { isPersonal: true, advice };
  }

  #advice({ itemId }: Recommendation, reasons: readonly Reason[]): Advice {
    const id = Number(itemId);
    return { itemId: id, title: this.#titleOf(id), fans: this.fansOf(id), reasons };
  }

  #titleOf(itemId: OwnRating["itemId"]): string {
    return this.#data.titles.get(Number(itemId)) ?? "";
  }
}
