import type { Feedback } from "./feedback.js";
import type { Id } from "./id-index.js";

/** Methods of `Ratings` whose code is in modules of its own, so that a page need not bundle it. */
export interface RatingsExtensions {
  mergeItems(ratings: Feedback, newId: (itemId: Id) => Id): Feedback;
  Interactions(ratings: Feedback, from: number): Feedback;
}

const extensions: Partial<RatingsExtensions> = {};

/** Makes methods work; the names are those of the exports whose modules do it. */
export function extendRatings(more: Partial<RatingsExtensions>): void {
  Object.assign(extensions, more);
}

/** The code of a method. */
export function ratingsExtension<Name extends keyof RatingsExtensions>(name: Name): RatingsExtensions[Name] {
  const extension = extensions[name];
  if (extension) return extension as RatingsExtensions[Name];
  throw new RangeError(`import { ${name} } from "reelbook" too`);
}
