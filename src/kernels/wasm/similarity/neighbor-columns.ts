import type { NeighborRatings } from "../../neighbor-scores.js";
import type { MemoryPlan } from "../memory-plan.js";
import type { Session } from "../session.js";

/** Columns of a job's memory: who rated them, and residuals before the division by the scale. */
export class NeighborColumns {
  /** Places of arrays. */
  readonly starts: number;
  readonly raters: number;
  readonly residuals: number;
  readonly offsets: number;
  readonly slots: number;
  readonly #ratings: NeighborRatings;
  readonly #entries: number;

  /** Room for so many columns, and so many ratings of them. */
  constructor(plan: MemoryPlan, ratings: NeighborRatings, slots: number, entries: number) {
    this.starts = plan.int32(slots + 1);
    this.raters = plan.int32(entries);
    this.residuals = plan.float64(entries);
    this.offsets = plan.float64(slots);
    this.slots = slots;
    this.#ratings = ratings;
    this.#entries = entries;
  }

  /** Copies columns. Returns where their ratings begin, and who gave them. */
  put(session: Session, columns: Int32Array): { starts: Int32Array; raters: Int32Array } {
    const { columns: all, rowOffsets, columnOffsets } = this.#ratings;
    const starts = session.int32(this.starts, columns.length + 1);
    const raters = session.int32(this.raters, this.#entries);
    const residuals = session.float64(this.residuals, this.#entries);
    const offsets = session.float64(this.offsets, this.slots);
    for (const [slot, column] of columns.entries()) {
      const [start, end] = [all.starts[column], all.starts[column + 1]];
      const offset = columnOffsets[column];
      let at = starts[slot];
      for (let k = start; k < end; k++, at++) {
        const row = all.indices[k];
        raters[at] = row;
        residuals[at] = all.values[k] - rowOffsets[row] - offset;
      }
      starts[slot + 1] = at;
      offsets[slot] = offset;
    }
    return { starts, raters };
  }
}
