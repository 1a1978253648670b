import type { Movies } from "../../datasets/movies/movies.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { palette } from "../parts/theme.js";

/**
 * The number of movies of each genre, largest first. A movie with several genres counts in each;
 * the subtitle says how many movies have none.
 *
 * @example
 * plot(genreCounts(movies));
 */
export function genreCounts(movies: Movies): Figure {
  const counts = new Map<string, number>();
  let withoutGenre = 0;
  for (const id of movies.ids) {
    const genres = movies.genres(id);
    if (genres.length === 0) withoutGenre++;
    for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return figure(
    [
      {
        type: "bar",
        orientation: "h",
        x: sorted.map(([, count]) => count),
        y: sorted.map(([genre]) => escapeHtml(genre)),
        text: sorted.map(([, count]) => count.toLocaleString("en-US")),
        textposition: "outside",
        cliponaxis: false,
        hovertemplate: "%{y}: %{x:,} movies<extra></extra>",
        marker: { color: palette.blue },
      },
    ],
    {
      title: "Movies of each genre",
      subtitle: `${countText(movies.count, "movie")}; one with several genres counts in each; ${withoutGenre.toLocaleString("en-US")} without a genre`,
      x: "number of movies",
      y: {
        title: { text: "genre", standoff: 12 },
        autorange: "reversed",
        type: "category",
        tickmode: "linear",
        showgrid: false,
      },
      layout: { height: 160 + 22 * Math.max(sorted.length, 5) },
    },
  );
}
