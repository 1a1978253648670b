import type { Id } from "./id-index.js";

/** One user's rating of one item. */
export interface Rating {
  readonly userId: Id;
  readonly itemId: Id;
  readonly rating: number;
  /** Seconds since 1970 (UTC). */
  readonly timestamp?: number;
}

/** The lowest and highest allowed rating. */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
}

/** A frozen copy of a scale; bounds that are not finite or not in order are a RangeError. */
export function checkedScale({ min, max }: RatingScale): RatingScale {
  if (Number.isFinite(min) && Number.isFinite(max) && min <= max) return Object.freeze({ min, max });
  throw new RangeError(
    `scale: { min: ${min}, max: ${max} } are not two numbers in order; leave it out to observe it`,
  );
}
