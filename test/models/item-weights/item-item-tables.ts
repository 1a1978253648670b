import type { FittedModel } from "../../../src/models/contract/model.js";
import type { Ratings } from "../../../src/ratings/ratings.js";

/** Ratings as a table of users × items, 0 where there is none. */
export function tableOf({ users, items, ...ratings }: Ratings, { binary }: { binary: boolean }): number[][] {
  const table = users.ids.map(() => items.ids.map(() => 0));
  for (const [row, user] of ratings.userIndices.entries()) {
    table[user]![ratings.itemIndices[row]!] = binary ? 1 : ratings.values[row]!;
  }
  return table;
}

/**
 * The weight from each item to each other one, NaN where there is none: scores of a user who rated
 * it 1.
 */
export function weightsOf(fitted: FittedModel): number[][] {
  const { ids } = fitted.items;
  return ids.map((from) => {
    const user = fitted.foldIn([{ itemId: from, rating: 1 }]);
    return ids.map((to) => user.predict(to));
  });
}
