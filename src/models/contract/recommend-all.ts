import type { IdIndex } from "../../ratings/id-index.js";
import { nextTurn } from "../../task/next-turn.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { ListRules } from "./list-rules.js";
import { RecommendedLists } from "./recommended-lists.js";
import { TileSize } from "./tile-size.js";
import { emptyLists, type ScoresOfUsers, UserLists } from "./user-lists.js";

/** The lists take 12 bytes a place: at most 3.2 GB. */
const MAX_PLACES = 2 ** 28;

/** Milliseconds of work without a pause for the event loop. */
const TURN_TIME = 15;

/**
 * Makes the lists of many users in tiles, on whose sizes they do not depend. Between tiles the
 * event loop runs.
 *
 * @throws RangeError for more than 2²⁸ places, and the signal's reason
 */
export async function recommendAll(
  model: ScoresOfUsers,
  users: IdIndex,
  rules: ListRules,
  task: TaskOptions = {},
): Promise<RecommendedLists> {
  const places = users.size * rules.count;
  if (places > MAX_PLACES) throw tooManyPlaces(users.size, rules.count);
  const into = emptyLists(users.size, rules.count);
  const userIndices = Int32Array.from(users.ids, (userId) => model.ratings.users.indexOf(userId));
  const total = users.size;
  const tile = new TileSize(model.items.size, total);
  const lists = new UserLists(model, rules, { users: total, perTile: tile.most });
  tile.beginWith(lists.firstTile);
  try {
    let turn = performance.now();
    for (let first = 0; first < total; ) {
      reportProgress(task, { done: first, total });
      const end = Math.min(first + tile.users, total);
      const start = performance.now();
      lists.writeLists(userIndices.subarray(first, end), into, first);
      const now = performance.now();
      tile.took(now - start);
      if (now - turn > TURN_TIME) {
        await nextTurn();
        turn = performance.now();
      }
      first = end;
    }
  } finally {
    lists.close();
  }
  reportProgress(task, { done: total, total });
  return new RecommendedLists(users, model.items, into);
}

function tooManyPlaces(users: number, count: number): RangeError {
  return new RangeError(
    `count: ${users} lists of ${count} have more than ${MAX_PLACES} places; take fewer of either`,
  );
}
