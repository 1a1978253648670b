import { discountedGain, idealGain } from "../../math/discounted-gain.js";

/** The relevant items in a top list. */
export interface Hits {
  /** For each place, best first: 1 for a relevant item, else 0. Places beyond the end are empty. */
  readonly hits: ArrayLike<number>;
  /** The number of all relevant items, from 1; those that the list lacks are misses. */
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
 * R-precision at `count`: precision at the number of relevant items, or at `count` if that is less.
 *
 *     hits in the first min(count, relevant items) / min(count, relevant items)
 *
 * @example
 * rPrecisionAt({ hits: [1, 0, 1, 1], relevantCount: 2 }, 4); // 0.5
 */
export function rPrecisionAt(list: Hits, count: number): number {
  return precisionAt(list, Math.min(count, list.relevantCount));
}

/**
 * Recall at `count`: the share of the relevant items that are in the first `count` places.
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
 * F1 at `count`: the harmonic mean of {@link precisionAt} and {@link recallAt}, 0 without a hit.
 *
 *     2 × precision × recall / (precision + recall) = 2 × hits / (count + relevant items)
 *
 * @example
 * f1At({ hits: [1, 0, 1, 0], relevantCount: 4 }, 4); // 0.5
 */
export function f1At({ hits, relevantCount }: Hits, count: number): number {
  return (2 * hitCount(hits, count)) / (count + relevantCount);
}

/**
 * Hit rate at `count`: 1 if a relevant item is in the first `count` places, else 0.
 *
 * @example
 * hitRateAt({ hits: [0, 0, 1], relevantCount: 1 }, 2); // 0
 */
export function hitRateAt({ hits }: Hits, count: number): number {
  return hitCount(hits, count) > 0 ? 1 : 0;
}

/**
 * Reciprocal rank at `count`: 1 / the first place of a relevant item, 0 if the first `count` places
 * have none. Its mean over users is MRR.
 *
 * @example
 * reciprocalRankAt({ hits: [0, 1, 1], relevantCount: 2 }, 3); // 0.5
 */
export function reciprocalRankAt({ hits }: Hits, count: number): number {
  for (let place = 1; place <= Math.min(count, hits.length); place++) if (hits[place - 1]) return 1 / place;
  return 0;
}

/**
 * Rank-biased precision (RBP) at `count`: the expected rate of hits for somebody who looks at the
 * first place, and goes on from each place to the next with the probability `patience`.
 *
 *     (1 − patience) × Σ over the places of hits: patience ^ (place − 1)
 *
 * A list of hits alone has 1 − patience ^ count, so lists of 10 have 0.803 at most.
 *
 * A. Moffat and J. Zobel, Rank-biased precision for measurement of retrieval effectiveness, ACM
 * TOIS 27 (2008).
 *
 * @param patience between 0 and 1. @default 0.85
 * @example
 * rankBiasedPrecisionAt({ hits: [1, 0, 1], relevantCount: 2 }, 3, 0.5); // 0.625
 */
export function rankBiasedPrecisionAt({ hits }: Hits, count: number, patience = 0.85): number {
  let sum = 0;
  for (let place = Math.min(count, hits.length); place > 0; place--) sum = hits[place - 1] + patience * sum;
  return (1 - patience) * sum;
}

/**
 * The natural logarithm of {@link rankBiasedPrecisionAt}, also where that is too small for a
 * number; −Infinity without a hit. What `evaluateRanking` gives for "log-rbp" is the logarithm of
 * the users' mean RBP, as LensKit's LogRBP.
 *
 * @param patience above 0 and below 1. @default 0.85
 * @example
 * logRankBiasedPrecisionAt({ hits: [0, 1], relevantCount: 1 }, 2, 0.5); // Math.log(0.25)
 */
export function logRankBiasedPrecisionAt({ hits }: Hits, count: number, patience = 0.85): number {
  const places = Array.from(hits).slice(0, count);
  const first = places.indexOf(1);
  if (first < 0) return Number.NEGATIVE_INFINITY;
  const fromThere = { hits: places.slice(first), relevantCount: 1 };
  return first * Math.log(patience) + Math.log(rankBiasedPrecisionAt(fromThere, count, patience));
}

/**
 * Average precision at `count`: the mean of the precision at the place of each hit, with 0 for each
 * relevant item that had room in the list but is missing. Its mean over users is MAP.
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
 * Normalized discounted cumulative gain at `count`, with binary gains: a hit counts less further
 * down, and the best possible list of `count` places has 1.
 *
 *     DCG = Σ over the places of hits: 1 / log₂(place + 1)
 *     NDCG = DCG / the DCG of hits at all of the first min(count, relevant items) places
 *
 * Kalervo Järvelin and Jaana Kekäläinen, *Cumulated gain-based evaluation of IR techniques*, ACM
 * TOIS 20 (2002).
 *
 * @example
 * ndcgAt({ hits: [0, 0, 1], relevantCount: 1 }, 3); // 0.5
 */
export function ndcgAt({ hits, relevantCount }: Hits, count: number): number {
  return discountedGain(hits, count) / idealGain(Math.min(count, relevantCount));
}

/**
 * As {@link ndcgAt}, but normalized by the ideal list of all relevant items, however many: a list
 * of 10 reaches 1 only for users with at most 10 of them. Some published tables call this NDCG@10.
 *
 *     DCG of the first count / the DCG of hits at all of the first (relevant items) places
 *
 * @example
 * const list = { hits: [1, 1], relevantCount: 2 };
 * ndcgFullAt(list, 1) < ndcgAt(list, 1); // true
 */
export function ndcgFullAt({ hits, relevantCount }: Hits, count: number): number {
  return discountedGain(hits, count) / idealGain(relevantCount);
}

function hitCount(hits: ArrayLike<number>, count: number): number {
  let found = 0;
  for (let place = 1; place <= Math.min(count, hits.length); place++) found += hits[place - 1];
  return found;
}
