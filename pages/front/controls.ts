import { PENALTIES, type Question } from "./recommender.js";

/** The numbers of people that the slider offers. */
export const AT_LEAST: readonly number[] = [1, 2, 5, 10, 20, 50, 100];

/** Where both sliders stand at first: positions in {@link PENALTIES} and {@link AT_LEAST}. */
export const FIRST_POSITIONS = { unusual: 2, atLeast: 2 };

/** The length of the list. */
export const LIST_LENGTH = 10;

const BALANCES = ["popular first", "rather popular", "balanced", "rather unusual", "unusual first"];

/** What a position of each slider means, in words. */
export const POSITION_TEXTS = {
  unusual: (position: number) => BALANCES[position] ?? "",
  atLeast: (position: number) => `${AT_LEAST[position]} ${position === 0 ? "person" : "people"}`,
};

/** The question for the reader's ratings and the positions of the sliders. */
export function questionOf(
  own: Question["own"],
  { unusual, atLeast }: { readonly unusual: number; readonly atLeast: number },
): Question {
  return {
    own: own.map(({ itemId, rating }) => ({ itemId, rating })),
    penalty: PENALTIES[unusual],
    atLeast: AT_LEAST[atLeast],
    count: LIST_LENGTH,
  };
}
