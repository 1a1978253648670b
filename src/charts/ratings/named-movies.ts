import type { Movies } from "../../datasets/movies/movies.js";
import type { Id } from "../../ratings/id-index.js";
import { itemStatistics } from "../../ratings/item-statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { naturalTitle } from "../../text/natural-title.js";
import { logAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { dotSize, labelFont, labelledDots } from "../parts/labelled-dots.js";
import { horizontalLine } from "../parts/lines.js";
import { needRatings } from "../parts/need-ratings.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** Options of {@link namedMovies}. */
export interface NamedMoviesOptions {
  readonly movies: Movies;
  /** The movies to show. */
  readonly itemIds: readonly Id[];
  /** The title. */
  readonly title: string;
}

const size = { width: 760, height: 480 };
const margin = { l: 64, r: 28, t: 80, b: 68 };

/**
 * Some movies as dots: the number of ratings (logarithmic) against the mean, with their names where
 * there is room, all under the pointer. A dashed line is at the mean of all ratings. Movies without
 * ratings are left out. O(ratings + movies²).
 *
 * @throws RangeError if none of the movies has a rating.
 * @example
 * const title = "The movies of one genre";
 * plot(namedMovies(ratings, { movies: movies, itemIds: movies.ids.slice(0, 20), title: title }));
 */
export function namedMovies(ratings: Ratings, { movies, itemIds, title }: NamedMoviesOptions): Figure {
  needRatings(ratings, "namedMovies");
  const wanted = new Set(itemIds);
  const rated = itemStatistics(ratings).filter(({ itemId, count }) => wanted.has(itemId) && count > 0);
  if (rated.length === 0) {
    throw new RangeError("namedMovies: none of the movies has a rating; choose other movies");
  }
  const names = rated.map(({ itemId }) =>
    movies.has(itemId) ? naturalTitle(movies.title(itemId)) : `item ${itemId}`,
  );
  const { xRange, yRange, text, textposition } = labelledDots(
    rated.map(({ count, mean }, place) => ({ title: names[place], x: Math.log10(count), y: mean })),
    { width: size.width - margin.l - margin.r, height: size.height - margin.t - margin.b },
  );
  const most = rated.reduce((largest, { count }) => Math.max(largest, count), 1);
  return figure(
    [
      {
        type: "scatter",
        mode: "text+markers",
        x: rated.map(({ count }) => count),
        y: rated.map(({ mean }) => rounded(mean, { decimals: 3 })),
        text,
        textposition: textposition as unknown as "top center",
        textfont: { ...labelFont },
        customdata: names.map(escapeHtml),
        hovertemplate: "%{customdata}<br>%{x:,} ratings, mean %{y:.2f}<extra></extra>",
        marker: { size: dotSize, color: palette.blue, opacity: 0.7 },
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: `${countText(rated.length, "rated movie")}, names where there is room; dashed: the mean of all ratings, ${ratings.mean.toFixed(2)}`,
      x: { ...logAxis("number of ratings", most), range: xRange },
      y: { title: { text: "mean rating" }, range: yRange },
      layout: { ...size, margin, hovermode: "closest", shapes: [horizontalLine(ratings.mean)] },
    },
  );
}
