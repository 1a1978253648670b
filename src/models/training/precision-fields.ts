import { choice } from "../../settings/choice.js";

/** Settings of models whose factors can be learned in single precision. */
export class PrecisionFields {
  /**
   * Bits of a number while factors are learned: 64, or 32, which WebAssembly computes faster. Both
   * rank alike.
   */
  readonly precision = choice(["double", "single"], { default: "double" });
}

export const precisionFields = /* @__PURE__ */ new PrecisionFields();
