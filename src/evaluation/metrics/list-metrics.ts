import { discountedGain, idealGain } from "../../math/discounted-gain.js";

/** What of a top list was relevant to its user. */
export interface Hits {
  /** From the best place down: 1 where the item at this place is relevant, else 0. Places beyond its end hold nothing. */
  readonly hits: ArrayLike<number>;
  /** How many relevant items there are in all, from 1; those that the list lacks are misses. */
  readonly relevantCount: number;
}

/**
 * Precision at `count`: the share of the first `count` places that hold a relevant item.
 *
 *     hits in the first count / count
 *
 * @example
 * precisionAt({ hits: [1, 0, 1, 0], relevantCount: 3 }, 4); // 0.5
 */
export function precisionAt({ hits }: Hits, count: number): number {
  return hitCount(hits, count) / count;
}

/**
 * Recall at `count`: the share of the relevant items that stand in the first `count` places.
 *
 *     hits in the first count / relevant items
 *
 * @example
 * recallAt({ hits: [1, 0, 1, 0], relevantCount: 8 }, 4); // 0.25
 */
export function recallAt({ hits, relevantCount }: Hits, count: number): number {
  return hitCount(hits, count) / relevantCount;
}

/**
 * Hit rate at `count`: 1 where a relevant item stands in the first `count` places, else 0.
 *
 * @example
 * hitRateAt({ hits: [0, 0, 1], relevantCount: 1 }, 2); // 0
 */
export function hitRateAt({ hits }: Hits, count: number): number {
  return hitCount(hits, count) > 0 ? 1 : 0;
}

/**
 * Reciprocal rank at `count`: 1 / the first place of a relevant item, 0 where the first `count` places have none. Its
 * mean over users is MRR.
 *
 * @example
 * reciprocalRankAt({ hits: [0, 1, 1], relevantCount: 2 }, 3); // 0.5
 */
export function reciprocalRankAt({ hits }: Hits, count: number): number {
  for (let place = 1; place <= Math.min(count, hits.length); place++) if (hits[place - 1]) return 1 / place;
  return 0;
}

/**
 * Average precision at `count`: the precision at the place of each hit, 0 for each relevant item that the list could
 * have held and lacks. Its mean over users is MAP.
 *
 *     Σ over the places of hits: (hits up to the place / place) / min(count, relevant items)
 *
 * @example
 * averagePrecisionAt({ hits: [1, 0, 0, 1], relevantCount: 2 }, 4); // 0.75
 */
export function averagePrecisionAt({ hits, relevantCount }: Hits, count: number): number {
  let found = 0;
  let sum = 0;
  for (let place = 1; place <= Math.min(count, hits.length); place++) {
    if (hits[place - 1]) sum += ++found / place;
  }
  return sum / Math.min(count, relevantCount);
}

/**
 * Normalised discounted cumulative gain at `count`, relevant or not (binary gains): a hit is worth less further down, and 1 is
 * the best list of `count` places that there can be.
 *
 *     DCG = Σ over the places of hits: 1 / log₂(place + 1)
 *     NDCG = DCG / the DCG of hits at all of the first min(count, relevant items) places
 *
 * Kalervo Järvelin and Jaana Kekäläinen, *Cumulated gain-based evaluation of IR techniques*, ACM TOIS 20 (2002).
 *
 * @example
 * ndcgAt({ hits: [0, 0, 1], relevantCount: 1 }, 3); // 0.5
 */
export function ndcgAt({ hits, relevantCount }: Hits, count: number): number {
  return discountedGain(hits, count) / idealGain(Math.min(count, relevantCount));
}

/**
 * As {@link ndcgAt}, but against the ideal list of all relevant items, however many: a list of 10 reaches 1 only
 * for users with at most 10 of them. Some published tables mean this when they say NDCG@10.
 *
 *     DCG of the first count / the DCG of hits at all of the first (relevant items) places
 *
 * @example
 * ndcgFullAt({ hits: [1, 1], relevantCount: 2 }, 1) < ndcgAt({ hits: [1, 1], relevantCount: 2 }, 1); // true
 */
export function ndcgFullAt({ hits, relevantCount }: Hits, count: number): number {
  return discountedGain(hits, count) / idealGain(relevantCount);
}

function hitCount(hits: ArrayLike<number>, count: number): number {
  let found = 0;
  for (let place = 1; place <= Math.min(count, hits.length); place++) found += hits[place - 1];
  return found;
}
