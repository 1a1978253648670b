import type { Factors } from "../dense/factors.js";

/** Latent factors by user index and by item index, of the same width. */
export interface UserItemFactors {
  readonly user: Factors;
  readonly item: Factors;
}
