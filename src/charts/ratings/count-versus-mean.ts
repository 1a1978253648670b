import type { Movies } from "../../datasets/movies/movies.js";
import type { Id } from "../../ratings/id-index.js";
import { itemStatistics } from "../../ratings/item-statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { countMeanAxes } from "../parts/count-mean-axes.js";
import { dotTrace, type Point } from "../parts/dot-trace.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, MAX_SERIES, seriesColor } from "../parts/legend.js";
import { horizontalLine } from "../parts/lines.js";
import { movieName } from "../parts/movie-name.js";
import { needRatings } from "../parts/need-ratings.js";
import type { Trace } from "../parts/plotly-types.js";
import { palette } from "../parts/theme.js";

/** Movies that {@link countVersusMean} marks, such as a top list. */
export interface MarkedMovies {
  readonly name: string;
  readonly itemIds: readonly Id[];
}

/** Options of {@link countVersusMean}. */
export interface CountVersusMeanOptions {
  /** The titles under the pointer. @default the ids */
  readonly movies?: Movies | undefined;
  /**
   * At most four lists of movies, each with rings in its colour; rings of later lists are larger,
   * so that a movie on several lists shows all of them. @default none
   */
  readonly marked?: readonly MarkedMovies[];
}

const markedDots = "#C3C8CE";

/**
 * Each movie's number of ratings (logarithmic) against its mean rating. Overlapping movies are one
 * dot, darker for more movies, so that a figure of any data set stays small. O(ratings).
 *
 * @throws RangeError for no ratings, more than four lists, or a listed movie without ratings.
 * @example
 * plot(countVersusMean(ratings, { movies: movies }));
 */
export function countVersusMean(
  ratings: Ratings,
  { movies, marked = [] }: CountVersusMeanOptions = {},
): Figure {
  needRatings(ratings, "countVersusMean");
  const points = new Map<Id, Point>();
  for (const { itemId, count, mean } of itemStatistics(ratings)) {
    if (count > 0) points.set(itemId, { x: count, y: mean, name: () => movieName(itemId, movies) });
  }
  const counts = Array.from(points.values(), ({ x }) => x);
  const axes = countMeanAxes({
    least: counts.reduce((least, count) => Math.min(least, count)),
    most: counts.reduce((most, count) => Math.max(most, count)),
    scale: ratings.scale,
    x: "number of ratings",
    y: "mean rating",
  });
  const style = {
    cellsPerUnit: axes.cellsPerUnit,
    hovertemplate: "%{text}<br>%{x:,} ratings, mean %{y:.2f}<extra></extra>",
  };
  const isMarked = marked.length > 0;
  const dots = dotTrace([...points.values()], { ...style, ...(isMarked ? { color: markedDots } : {}) });
  const dashed = `dashed: the mean of all ratings, ${ratings.mean.toFixed(2)}`;
  const subtitle = isMarked
    ? `${coloredNames(marked.map(({ name }) => name)).join(", ")}; ${dashed}`
    : `${countText(ratings.items.size, "rated movie")}; a dark dot is many movies; ${dashed}`;
  return figure([dots, ...ringsOf(marked, points, style)], {
    title: "Number of ratings and mean rating of each movie",
    subtitle,
    x: axes.x,
    y: axes.y,
    layout: {
      hovermode: "closest",
      shapes: [horizontalLine(ratings.mean, { color: isMarked ? palette.grey : palette.orange })],
    },
  });
}

function ringsOf(
  marked: readonly MarkedMovies[],
  points: ReadonlyMap<Id, Point>,
  style: { cellsPerUnit: number; hovertemplate: string },
): Trace[] {
  if (marked.length > MAX_SERIES) {
    throw new RangeError(`countVersusMean marks ${marked.length} lists; give it at most ${MAX_SERIES}`);
  }
  return marked.map(({ name, itemIds }, place) => {
    const listed = itemIds.map((itemId) => {
      const point = points.get(itemId);
      if (point) return point;
      throw new RangeError(
        `countVersusMean marks the movie ${itemId} of "${name}", which has no rating; leave it out`,
      );
    });
    const trace = dotTrace(listed, style);
    const color = seriesColor(place);
    const marker = { symbol: "circle-open", size: 9 + 4 * place, color, line: { color, width: 2 } } as const;
    return { ...trace, marker };
  });
}
