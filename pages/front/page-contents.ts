import { naturalTitle } from "../../src/text/natural-title.js";
import type { Movies, Ratings } from "../../src/web.js";
import { AT_LEAST, FIRST_POSITIONS, POSITION_TEXTS, questionOf } from "./controls.js";
import { adviceItems, type OwnMovie, ownHtml } from "./list-html.js";
import { encodeRatings } from "./ratings-file.js";
import { LIKED_FROM, PENALTIES, Recommender } from "./recommender.js";

/** What the build writes into the page and beside it. */
export interface PageContents {
  /** The file of ratings. */
  readonly file: Uint8Array<ArrayBuffer>;
  /** The texts of the template, by name. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The page as it is before a reader changes it: the ratings of an example and their list, from the
 * same code that runs in the browser.
 *
 * @param example ratings by exact title
 */
export function pageContents(
  { ratings, movies }: { readonly ratings: Ratings; readonly movies: Movies },
  example: Readonly<Record<string, number>>,
): PageContents {
  const liked = ratings.filter(({ rating }) => rating >= LIKED_FROM);
  const titles = new Map(liked.items.ids.map((id) => [Number(id), naturalTitle(movies.title(id))]));
  const own = Object.entries(example).map(([title, rating]): OwnMovie => {
    const itemId = Number(movies.find(title));
    return { itemId, title: naturalTitle(movies.title(itemId)), rating };
  });
  const data = { ratings: liked, titles };
  const answer = new Recommender(data).answer(questionOf(own, FIRST_POSITIONS));
  const count = (value: number) => value.toLocaleString("en-US");
  return {
    file: encodeRatings(data),
    texts: {
      own: ownHtml(own),
      advice: adviceItems(answer).join(""),
      people: count(liked.users.size),
      movies: count(liked.items.size),
      ratings: count(ratings.count),
      unusualLast: String(PENALTIES.length - 1),
      unusualFirst: String(FIRST_POSITIONS.unusual),
      unusualText: POSITION_TEXTS.unusual(FIRST_POSITIONS.unusual),
      atLeastLast: String(AT_LEAST.length - 1),
      atLeastFirst: String(FIRST_POSITIONS.atLeast),
      atLeastText: POSITION_TEXTS.atLeast(FIRST_POSITIONS.atLeast),
    },
  };
}
