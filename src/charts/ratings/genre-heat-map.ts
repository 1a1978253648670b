import type { Movies } from "../../datasets/movies/movies.js";
import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { labelAxis, rightAxisAnchor, rowAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";
import type { Axis } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { colorScale, emptyColor, palette } from "../parts/theme.js";

const mostColumns = 10;

/** The ratings of the movies of one genre. */
interface GenreRatings {
  readonly genre: string;
  /** The number of ratings in each column. */
  readonly counts: Float64Array;
  count: number;
  sum: number;
}

/**
 * How each genre is rated: a row for each genre, best mean first, a column for each rating (for
 * more than ten values, ten equal parts of the scale), and in each cell the share of the genre's
 * ratings, darker for more. Mean and number are at the right. A rating counts in each genre of its
 * movie. O(ratings × genres of a movie).
 *
 * @throws RangeError for no ratings, or none of a movie with a genre.
 * @example
 * plot(genreHeatMap(ratings, movies));
 */
export function genreHeatMap(ratings: Ratings, movies: Movies): Figure {
  needRatings(ratings, "genreHeatMap");
  const columns = columnsOf(ratings);
  const { genres, withoutGenre } = gather(ratings, movies, columns);
  if (genres.length === 0) {
    throw new RangeError("genreHeatMap has no ratings of a movie with a genre; look at the movies' genres");
  }
  const shares = genres.map(({ counts, count }) =>
    Array.from(counts, (n) => rounded(n / count, { decimals: 4 })),
  );
  const names = genres.map(({ genre }) => escapeHtml(genre));
  const facts = genres.map(
    ({ count, sum }) => `${(sum / count).toFixed(2)} · ${count.toLocaleString("en-US")}`,
  );
  const leftOut = withoutGenre > 0 ? `; ${countText(withoutGenre, "rating")} without a genre left out` : "";
  return figure(
    [
      {
        type: "heatmap",
        x: columns.names,
        y: names.map((_, row) => row),
        z: shares,
        customdata: names.map((name) => columns.names.map(() => name)),
        texttemplate: "%{z:.0%}",
        hovertemplate: "%{customdata}: %{z:.1%} of its ratings are %{x}<extra></extra>",
        colorscale: colorScale(emptyColor, palette.blue),
        zmin: 0,
        xgap: 1,
        ygap: 1,
        showscale: false,
      },
      rightAxisAnchor(columns.names[0]),
    ],
    {
      title: "How each genre is rated",
      subtitle: `how the ratings of each genre spread, best mean first${leftOut}`,
      x: { title: { text: "rating" }, type: "category", showgrid: false, ticks: "" },
      y: titledRows("", names),
      layout: {
        height: 150 + 24 * Math.max(genres.length, 4),
        yaxis2: { ...titledRows("mean · number of ratings", facts), side: "right", overlaying: "y" },
      },
    },
  );
}

/** The columns, and the column of a rating. */
interface Columns {
  readonly names: string[];
  columnOf(value: number): number;
}

function columnsOf({ values, scale }: Ratings): Columns {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length <= mostColumns) {
    return { names: distinct.map(String), columnOf: (value) => distinct.indexOf(value) };
  }
  const width = (scale.max - scale.min) / mostColumns;
  const edge = (column: number) => String(rounded(scale.min + column * width, { digits: 3 }));
  return {
    names: Array.from({ length: mostColumns }, (_, column) => `${edge(column)} to ${edge(column + 1)}`),
    columnOf: (value) => Math.min(mostColumns - 1, Math.floor((value - scale.min) / width)),
  };
}

/** The genres, best mean first, and the number of ratings of movies without one. */
function gather(
  { items, itemIndices, values }: Ratings,
  movies: Movies,
  { names, columnOf }: Columns,
): { genres: GenreRatings[]; withoutGenre: number } {
  const genres = new Map<string, GenreRatings>();
  const ofItem = items.ids.map((itemId) => {
    const listed = movies.has(itemId) ? movies.genres(itemId) : [];
    return Array.from(new Set(listed), (genre) => {
      const known = genres.get(genre) ?? { genre, counts: new Float64Array(names.length), count: 0, sum: 0 };
      genres.set(genre, known);
      return known;
    });
  });
  let withoutGenre = 0;
  for (const [row, itemIndex] of itemIndices.entries()) {
    const value = values[row];
    const column = columnOf(value);
    const genresOfRow = ofItem[itemIndex];
    if (genresOfRow.length === 0) withoutGenre++;
    for (const genre of genresOfRow) {
      genre.counts[column]++;
      genre.count++;
      genre.sum += value;
    }
  }
  return { genres: [...genres.values()].sort((a, b) => b.sum / b.count - a.sum / a.count), withoutGenre };
}

function titledRows(title: string, labels: readonly string[]): Axis {
  return { title: { text: title, standoff: 12 }, ...rowAxis(labels), ...labelAxis(labels) };
}
