import type { SkippedRows } from "../../ratings/skipped-rows.js";
import { oneOf } from "../../settings/checks.js";
import type { DataError } from "./data-error.js";

/** What a reader does with a row that it cannot parse: throw, or skip and count it. */
export type BadRowPolicy = "throw" | "skip";

/** Throws at the first bad row, or counts them by reason and keeps the first of each. */
export class BadRows {
  readonly #policy: BadRowPolicy;
  readonly #reasons = new Map<string, { reason: string; count: number; first: string }>();

  constructor(policy: BadRowPolicy) {
    this.#policy = oneOf(["throw", "skip"], { onBadRow: policy });
  }

  add(error: DataError): void {
    if (this.#policy === "throw") throw error;
    const known = this.#reasons.get(error.reason);
    if (known) known.count++;
    else this.#reasons.set(error.reason, { reason: error.reason, count: 1, first: error.message });
  }

  /** The skipped rows; undefined without any. */
  report(): SkippedRows | undefined {
    if (this.#reasons.size === 0) return undefined;
    const reasons = [...this.#reasons.values()];
    return { count: reasons.reduce((sum, { count }) => sum + count, 0), reasons };
  }
}
