import type { OwnRating } from "../../src/web.js";

const KEY = "reelbook: my ratings";

/** The reader's ratings of an earlier visit; undefined where there are none or none can be read. */
export function keptRatings(): OwnRating[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return Array.isArray(kept) && kept.every(isRating) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the ratings in this browser; false where it does not let the page. */
export function keepRatings(own: readonly OwnRating[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(own.map(({ itemId, rating }) => ({ itemId, rating }))));
    return true;
  } catch {
    return false;
  }
}

/** Removes what {@link keepRatings} kept. */
export function forgetRatings(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
}

function isRating(value: unknown): value is OwnRating {
  const { itemId, rating } = (value ?? {}) as Partial<OwnRating>;
  return (
    typeof itemId === "number" &&
    typeof rating === "number" &&
    Number.isInteger(rating) &&
    rating >= 1 &&
    rating <= 5
  );
}
