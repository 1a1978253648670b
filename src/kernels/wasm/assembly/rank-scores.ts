// The lists of src/models/contract/list-ranker.ts for many users: equal scores in the order of the
// items' index, NaN never.
import { doubles, integers } from "./byte-counts";

/**
 * Writes the lists of the users `from` to below `to`, of `count` places each. Overwrites the scores
 * of hidden items.
 *
 * @param scores rows of `stride` numbers, of which the first `itemCount` count
 * @param starts where each user's hidden items begin in `hidden`; one longer than users
 * @param items -1 after the end of a shorter list
 * @param best their scores; NaN after the end of a shorter list
 */
export function rankScores(
  from: i32,
  to: i32,
  scratch: usize,
  scores: usize,
  stride: i32,
  starts: usize,
  hidden: usize,
  itemCount: i32,
  count: i32,
  items: usize,
  best: usize,
): void {
  for (let user = from; user < to; user++) {
    const row = scores + doubles(<usize>user * stride);
    const end = hidden + integers(load<i32>(starts + integers(user), 4));
    for (let at = hidden + integers(load<i32>(starts + integers(user))); at < end; at += 4) {
      store<f64>(row + doubles(load<i32>(at)), NaN);
    }
    const ownItems = items + integers(<usize>user * count);
    const own = best + doubles(<usize>user * count);
    for (let place = 0; place < count; place++) {
      store<i32>(ownItems + integers(place), -1);
      store<f64>(own + doubles(place), NaN);
    }
    let size = 0;
    let worst = NaN;
    for (let item = 0; item < itemCount; item++) {
      if (size == count) {
        const lowest = f64x2.splat(worst);
        for (; item + 4 <= itemCount; item += 4) {
          const place = row + doubles(item);
          const above0 = f64x2.gt(v128.load(place), lowest);
          const above1 = f64x2.gt(v128.load(place, 16), lowest);
          if (v128.any_true(v128.or(above0, above1))) break;
        }
        if (item == itemCount) break;
      }
      const score = load<f64>(row + doubles(item));
      if (size == count ? !(score > worst) : score != score) continue;
      let place = size == count ? size - 1 : size++;
      for (; place > 0; place--) {
        const before = load<f64>(own + doubles(place - 1));
        if (before >= score) break;
        store<f64>(own + doubles(place), before);
        store<i32>(ownItems + integers(place), load<i32>(ownItems + integers(place - 1)));
      }
      store<f64>(own + doubles(place), score);
      store<i32>(ownItems + integers(place), item);
      if (size == count) worst = load<f64>(own + doubles(count - 1));
    }
  }
}
