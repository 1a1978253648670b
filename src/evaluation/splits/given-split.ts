import { findDuplicates } from "../../ratings/duplicates.js";
import type { Feedback } from "../../ratings/feedback.js";
import { IdIndex } from "../../ratings/id-index.js";
import { indicesIn } from "../../ratings/indices-in.js";
import type { Split } from "./split.js";

/**
 * A split that comes with a data set, such as u1.base and u1.test of MovieLens 100K.
 * O(train + test).
 *
 * @throws RangeError if a pair of user and item is in both parts: the model would have seen the
 * answer.
 * @example
 * const train = ratings.filter(({ timestamp }) => timestamp < 1_500_000_000);
 * const test = ratings.filter(({ timestamp }) => timestamp >= 1_500_000_000);
 * givenSplit(train, test).test.count; // 8167
 */
export function givenSplit<Data extends Feedback>(train: Data, test: Data): Split<Data> {
  const users = IdIndex.from([...train.users.ids, ...test.users.ids]);
  const items = IdIndex.from([...train.items.ids, ...test.items.ids]);
  const [shared] = findDuplicates(
    joined(train.userIndices, indicesIn(users, test.users, test.userIndices)),
    joined(train.itemIndices, indicesIn(items, test.items, test.itemIndices)),
    { userCount: users.size, itemCount: items.size },
  );
  if (shared) {
    const { userId, itemId } = train.at(shared.first);
    throw new RangeError(
      `user ${userId} and item ${itemId} are in train (row ${shared.first}) and in test (row ${shared.again - train.count}); ` +
        "remove them from one of the two",
    );
  }
  return { train, test };
}

function joined(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
