import { choice } from "./choice.js";
import { integer } from "./number.js";

/** Settings of models that draw random numbers. */
export class RandomFields {
  /** Seed of the random numbers: the same seed gives the same result. */
  readonly seed = integer({ min: 0, max: 2 ** 32 - 1, default: 0 });
  /**
   * Generator of the random numbers: the library's own, or "numpy" for NumPy's legacy
   * `RandomState(seed)`.
   */
  readonly generator = choice(["reelbook", "numpy"], { default: "reelbook" });
}

export const randomFields = /* @__PURE__ */ new RandomFields();
