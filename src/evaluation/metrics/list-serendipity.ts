import { mean } from "../../math/statistics.js";

/** A top list, and what its user has rated before. */
export interface ListAndHistory<T> {
  /** Best first. */
  readonly items: readonly T[];
  /** For each place 1 for a relevant item, else 0. */
  readonly hits: ArrayLike<number>;
  readonly history: readonly T[];
}

/**
 * Serendipity of a list: how many of its items are relevant and unlike what the user knows.
 *
 *     mean over all places of hit × (1 − mean similarity with the items of the history)
 *
 * NaN for an empty list or history, or if a similarity is NaN. O(hits × history).
 *
 * Y. C. Zhang et al., *Auralist: introducing serendipity into music recommendation*, WSDM 2012, as
 * in Microsoft's recommenders.
 *
 * @example
 * const list = { items: ["Heat", "Her"], hits: [1, 0], history: ["Help!"] };
 * listSerendipity(list, () => 0.25); // 0.375
 */
export function listSerendipity<T>(
  { items, hits, history }: ListAndHistory<T>,
  similarity: (first: T, second: T) => number,
): number {
  if (history.length === 0) return Number.NaN;
  const surprise = (item: T) => 1 - mean(Float64Array.from(history, (known) => similarity(item, known)));
  return mean(Float64Array.from(items, (item, place) => (hits[place] ? surprise(item) : 0)));
}
