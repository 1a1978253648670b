import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { areFinite } from "../dense/are-finite.js";
import { type FloatPrecision, roundToPrecision } from "../dense/round-to-precision.js";
import { type BprRates, bprPass } from "./bpr.js";
import type { UserItemFactors } from "./user-item-factors.js";

/** The samples of {@link bprPasses}, and how often it takes them. */
export interface BprSchedule {
  readonly iterations: number;
  readonly precision: FloatPrecision;
  /** The order of users in an epoch. */
  readonly order: Int32Array;
  /** For each rating its negative sample, or −1. */
  readonly negatives: Int32Array;
  /** Writes the order and the negative samples of the next epoch, after `done` of them. */
  draw(done: number): void;
}

/**
 * Epochs of {@link bprPass}, until a factor of an item is not finite. Returns the epoch, from 0 on,
 * after which that was so, or −1. With precision "single" biases and factors are rounded after each
 * epoch. O(iterations × pairs × factors). Reference: `bprStep` in src/reference/factors/bpr.ts.
 */
export function bprPasses(
  rated: CsrMatrix,
  itemBiases: Float64Array,
  factors: UserItemFactors,
  rates: BprRates,
  { iterations, precision, order, negatives, draw }: BprSchedule,
): number {
  const learned = [itemBiases, factors.user.values, factors.item.values];
  for (const each of learned) roundToPrecision(precision, each);
  for (let done = 0; done < iterations; done++) {
    draw(done);
    bprPass(order, rated, negatives, itemBiases, factors, rates);
    for (const each of learned) roundToPrecision(precision, each);
    if (!areFinite(factors.item.values)) return done;
  }
  return -1;
}
