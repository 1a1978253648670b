import type { CsrMatrix } from "../../../sparse/csr-matrix.js";
import type { MemoryPlan } from "../memory-plan.js";
import type { Session } from "../session.js";

/** Where a sparse matrix is in a session's memory. */
export interface PlacedRatings {
  readonly starts: number;
  readonly items: number;
  readonly values: number;
}

/** Plans memory for a sparse matrix. */
export class RatingsPlan {
  readonly #ratings: CsrMatrix;

  constructor(ratings: CsrMatrix) {
    this.#ratings = ratings;
  }

  reserve(plan: MemoryPlan): PlacedRatings {
    const { starts, indices, values } = this.#ratings;
    return {
      starts: plan.int32(starts.length),
      items: plan.int32(indices.length),
      values: plan.float64(values.length),
    };
  }

  /** Copies it there. */
  fill(session: Session, { starts, items, values }: PlacedRatings): void {
    const { starts: ofRows, indices, values: numbers } = this.#ratings;
    session.int32(starts, ofRows.length).set(ofRows);
    session.int32(items, indices.length).set(indices);
    session.float64(values, numbers.length).set(numbers);
  }
}
