import { expect } from "vitest";
import type { FittedModel, Model } from "../../../src/models/contract/model.js";
import { Ratings } from "../../../src/ratings/ratings.js";

const USERS = 21;
const ITEMS = 16;

/**
 * Users like the items of their own colour: cells are bright (5) or dark (1) as on a checkerboard.
 */
const isBright = (userId: number, itemId: number) => (userId + itemId) % 2 === 0;
const isWithheld = (userId: number, itemId: number) => (userId + 3 * itemId) % 7 === 0;
const cells = Array.from({ length: USERS * ITEMS }, (_, k) => ({
  userId: k % USERS,
  itemId: Math.floor(k / USERS),
}));

/** Six of seven cells, rated 5 where they are bright and 1 where they are dark. */
export const checkerboard = Ratings.from(
  cells
    .filter(({ userId, itemId }) => !isWithheld(userId, itemId))
    .map(({ userId, itemId }) => ({ userId, itemId, rating: isBright(userId, itemId) ? 5 : 1 })),
);

/** Only the bright ones among them: what users chose. */
export const choices = checkerboard.filter(({ rating }) => rating === 5);

/**
 * Asserts that a model which predicts stars gives each withheld cell its colour, to half a star,
 * also for a folded-in user, and ranks a user's bright cells first.
 */
export function predictsTheCheckerboard(model: Model): void {
  const fitted = model.fit(checkerboard);
  for (const { userId, itemId } of cells.filter((cell) => isWithheld(cell.userId, cell.itemId))) {
    const rating = isBright(userId, itemId) ? 5 : 1;
    const difference = Math.abs(fitted.predict(userId, itemId) - rating);
    expect(difference, `${model.name}: user ${userId}, item ${itemId}`).toBeLessThanOrEqual(0.5);
  }
  ranksTheWithheldFirst(fitted, checkerboard);
}

/**
 * Asserts that a model which only ranks puts each user's withheld bright items before all dark
 * ones.
 */
export function ranksTheCheckerboard(model: Model): void {
  ranksTheWithheldFirst(model.fit(choices), choices);
}

function ranksTheWithheldFirst(fitted: FittedModel, ratings: Ratings): void {
  for (const userId of ratings.users.ids.map(Number)) {
    const wanted = withheldBright(userId);
    const ranked = fitted.recommend(userId, { count: wanted.length });
    expect(ids(ranked), `${fitted.name}: user ${userId}`).toEqual(wanted);
    const folded = fitted.foldIn(ratings.ofUser(userId)).recommend({ count: wanted.length });
    expect(ids(folded), `${fitted.name}: user ${userId} folded in`).toEqual(wanted);
  }
}

function withheldBright(user: number): number[] {
  const own = cells.filter(({ userId, itemId }) => userId === user && isBright(userId, itemId));
  return own.filter(({ userId, itemId }) => isWithheld(userId, itemId)).map(({ itemId }) => itemId);
}

function ids(items: readonly { readonly itemId: unknown }[]): number[] {
  return items.map(({ itemId }) => Number(itemId)).sort((a, b) => a - b);
}
