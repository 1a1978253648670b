import type { Movies } from "../../datasets/movies/movies.js";
import { mean, quantile } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { rowAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { verticalLine } from "../parts/lines.js";
import { needRatings } from "../parts/need-ratings.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** A genre's row. */
interface GenreRow {
  readonly genre: string;
  readonly count: number;
  readonly mean: number;
  /** The quartiles, between which the middle half of the ratings is. */
  readonly low: number;
  readonly high: number;
}

/**
 * The mean rating of each genre as a dot, best first, over the whole scale, and a bar over the
 * middle half of its ratings: are genres further apart than the ratings within one? A rating counts
 * in each genre of its movie. O(n log n) for n ratings times the genres of a movie.
 *
 * @throws RangeError for no ratings, or none of a movie with a genre.
 * @example
 * plot(genreMeans(ratings, movies));
 */
export function genreMeans(ratings: Ratings, movies: Movies): Figure {
  needRatings(ratings, "genreMeans");
  const rows = rowsOf(ratings, movies);
  if (rows.length === 0) {
    throw new RangeError("genreMeans has no ratings of a movie with a genre; look at the movies' genres");
  }
  const { min, max } = ratings.scale;
  const margin = 0.05 * (max - min || 1);
  const facts = rows.map(
    (row) =>
      `${escapeHtml(row.genre)}: mean ${row.mean.toFixed(2)} of ${countText(row.count, "rating")}, ` +
      `half of them from ${row.low} to ${row.high}`,
  );
  return figure(
    [
      {
        type: "scatter",
        mode: "lines",
        x: rows.flatMap(({ low, high }) => [low, high, null]),
        y: rows.flatMap((_, place) => [place, place, null]),
        line: { color: palette.sky, width: 9 },
        opacity: 0.6,
        hoverinfo: "skip",
      },
      {
        type: "scatter",
        mode: "markers",
        x: rows.map((row) => rounded(row.mean, { decimals: 3 })),
        y: rows.map((_, place) => place),
        marker: { color: palette.blue, size: 9 },
        customdata: facts,
        hovertemplate: "%{customdata}<extra></extra>",
      },
    ],
    {
      title: "Mean rating of each genre",
      subtitle: `dots: means; bars: the middle half of the ratings; dashed: all ratings, ${ratings.mean.toFixed(2)}`,
      x: {
        title: { text: "rating in stars", standoff: 12 },
        range: [min - margin, max + margin],
        dtick: 0.5,
      },
      y: rowAxis(rows.map(({ genre, count }) => `${escapeHtml(genre)} (${count.toLocaleString("en-US")})`)),
      layout: {
        height: 160 + 22 * Math.max(rows.length, 4),
        hovermode: "closest",
        shapes: [verticalLine(ratings.mean)],
      },
    },
  );
}

function rowsOf({ items, itemIndices, values }: Ratings, movies: Movies): GenreRow[] {
  const genresOf = items.ids.map((itemId) => new Set(movies.has(itemId) ? movies.genres(itemId) : []));
  const byGenre = new Map<string, number[]>();
  for (const [row, itemIndex] of itemIndices.entries()) {
    for (const genre of genresOf[itemIndex]) {
      const known = byGenre.get(genre);
      if (known) known.push(values[row]);
      else byGenre.set(genre, [values[row]]);
    }
  }
  return Array.from(byGenre, ([genre, given]) => ({
    genre,
    count: given.length,
    mean: mean(given),
    low: quantile(given, 0.25),
    high: quantile(given, 0.75),
  })).sort((a, b) => b.mean - a.mean);
}
