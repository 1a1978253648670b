import { choice } from "./choice.js";
import { integer } from "./number.js";

/** Settings of models that draw random numbers. */
export class RandomFields {
  /** Seed of the random numbers: the same seed gives the same result. */
  readonly seed = integer({ min: 0, max: 2 ** 32 - 1, default: 0 });
  /** Which generator draws: the library's own, or "numpy" for the numbers of NumPy's legacy `RandomState(seed)`. */
  readonly generator = choice(["reelbook", "numpy"], { default: "reelbook" });
}
