import type { NeighborRatings } from "../../neighbor-scores.js";
import type { MemoryPlan } from "../memory-plan.js";
import { LostHelper, type Session } from "../session.js";

/** Rows of a panel: there is room for whole ones. */
const PANEL = 4;

/** Rows that a thread sorts at a time. */
const SORTED_ROWS = 16;

/** How many rows there is room for, with how many similarities, and threads that sort them. */
export interface NeighborRowsSize {
  readonly slots: number;
  readonly entries: number;
  readonly threads: number;
}

/**
 * Rows of a job's memory: their similarities, the highest first, and their centring. Plain:
 * src/kernels/neighbor-scores.ts.
 */
export class NeighborRows {
  /** Places of arrays. */
  readonly starts: number;
  readonly indices: number;
  readonly values: number;
  readonly offsets: number;
  readonly scales: number;
  readonly #ratings: NeighborRatings;
  readonly #size: NeighborRowsSize;
  readonly #longest: number;
  readonly #scratch: { readonly place: number; readonly bytes: number };

  constructor(plan: MemoryPlan, ratings: NeighborRatings, size: NeighborRowsSize) {
    const padded = Math.ceil(size.slots / PANEL) * PANEL;
    this.starts = plan.int32(size.slots + 1);
    this.indices = plan.int32(size.entries);
    this.values = plan.float64(size.entries);
    this.offsets = plan.float64(padded);
    this.scales = plan.float64(padded);
    this.#ratings = ratings;
    this.#size = size;
    this.#longest = longestRow(ratings.similarities);
    const bytes = toLine(1024 + 12 * this.#longest);
    this.#scratch = { place: plan.reserve(size.threads * bytes), bytes };
  }

  /** Copies rows and sorts their similarities. */
  put(session: Session, rows: Int32Array): void {
    const { similarities, rowOffsets, rowScales } = this.#ratings;
    const { slots, entries } = this.#size;
    const starts = session.int32(this.starts, slots + 1);
    const indices = session.int32(this.indices, entries);
    const values = session.float64(this.values, entries);
    const offsets = session.float64(this.offsets, slots);
    const scales = session.float64(this.scales, slots);
    for (const [slot, row] of rows.entries()) {
      const [start, end] = [similarities.starts[row], similarities.starts[row + 1]];
      indices.set(similarities.indices.subarray(start, end), starts[slot]);
      values.set(similarities.values.subarray(start, end), starts[slot]);
      starts[slot + 1] = starts[slot] + end - start;
      offsets[slot] = rowOffsets[row];
      scales[slot] = rowScales[row];
    }
    session.useScratch(this.#scratch.place, this.#scratch.bytes);
    const range = { count: rows.length, part: SORTED_ROWS };
    session.runParts("sortNeighbors", range, this.starts, this.indices, this.values, this.#longest);
  }

  /** Puts all rows. Whether no thread was lost. */
  putAll(session: Session): boolean {
    try {
      this.put(session, allRows(this.#ratings.similarities));
      return true;
    } catch (error) {
      if (error instanceof LostHelper) return false;
      throw error;
    }
  }
}

/** 0, 1, 2 … */
export function allRows({ rowCount }: { readonly rowCount: number }): Int32Array {
  return new Int32Array(rowCount).map((_, row) => row);
}

/** The most entries of a row. */
export function longestRow({ starts }: { readonly starts: Int32Array }): number {
  let longest = 0;
  for (let row = 1; row < starts.length; row++) longest = Math.max(longest, starts[row] - starts[row - 1]);
  return longest;
}

/** Threads write to different cache lines. */
export function toLine(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
