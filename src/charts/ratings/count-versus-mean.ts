import type { Movies } from "../../datasets/movies/movies.js";
import { itemStatistics } from "../../ratings/item-statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { logAxis } from "../parts/axes.js";
import { dotTrace } from "../parts/dot-trace.js";
import { type Figure, figure } from "../parts/figure.js";
import { horizontalLine } from "../parts/lines.js";
import { movieName } from "../parts/movie-name.js";
import { needRatings } from "../parts/need-ratings.js";
import { palette } from "../parts/theme.js";

const cellsPerScale = 45;

/**
 * Each movie's number of ratings (logarithmic) against its mean rating. Overlapping movies are one
 * dot, darker for more movies, so that a figure of any data set stays small. O(ratings).
 *
 * @throws RangeError for no ratings.
 * @example
 * plot(countVersusMean(ratings, { movies: movies }));
 */
export function countVersusMean(ratings: Ratings, { movies }: { movies?: Movies } = {}): Figure {
  needRatings(ratings, "countVersusMean");
  const { scale } = ratings;
  const range = scale.max - scale.min || 1;
  const margin = 0.05 * range;
  const rated = itemStatistics(ratings).filter(({ count }) => count > 0);
  const most = rated.reduce((largest, { count }) => Math.max(largest, count), 1);
  const points = rated.map(({ itemId, count, mean }) => {
    return { x: count, y: mean, name: () => movieName(itemId, movies) };
  });
  const dots = dotTrace(points, {
    cellsPerUnit: cellsPerScale / range,
    hovertemplate: "%{text}<br>%{x:,} ratings, mean %{y:.2f}<extra></extra>",
  });
  return figure([dots], {
    title: "Number of ratings and mean rating of each movie",
    subtitle: `${countText(ratings.items.size, "rated movie")}; a dark dot is many movies; dashed: the mean of all ratings, ${ratings.mean.toFixed(2)}`,
    x: { ...logAxis("number of ratings", most), range: [-0.1, Math.log10(most) + 0.1] },
    y: { title: { text: "mean rating" }, range: [scale.min - margin, scale.max + margin] },
    layout: {
      hovermode: "closest",
      shapes: [horizontalLine(ratings.mean, { color: palette.orange })],
    },
  });
}
