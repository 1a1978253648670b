import type { Ratings } from "../../ratings/ratings.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import { countText } from "../../text/count-text.js";
import { logAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { verticalLine } from "../parts/lines.js";
import { needRatings } from "../parts/need-ratings.js";
import type { Annotation } from "../parts/plotly-types.js";
import { palette } from "../parts/theme.js";

/**
 * The long tail: movies by rank, the most rated first, against their number of ratings, both
 * logarithmic, and a line at the rank up to which movies have half of all ratings.
 * O(ratings + movies × log(movies)).
 *
 * @throws RangeError for no ratings.
 * @example
 * plot(ratingsPerItem(ratings));
 */
export function ratingsPerItem(ratings: Ratings): Figure {
  needRatings(ratings, "ratingsPerItem");
  const counts = rowLengths(ratings.byItem).sort().reverse();
  const ranks = spacedRanks(counts.length);
  const half = ranksWithHalf(counts);
  const share = ((100 * half) / counts.length).toPrecision(2);
  return figure(
    [
      {
        type: "scatter",
        mode: "lines",
        x: ranks,
        y: ranks.map((rank) => counts[rank - 1]),
        line: { color: palette.blue, width: 3 },
        hovertemplate: "rank %{x:,}: %{y:,} ratings<extra></extra>",
      },
    ],
    {
      title: "The long tail: ratings of each movie, the most rated first",
      subtitle: `${countText(counts.length, "rated movie")}, ${countText(ratings.count, "rating")}`,
      x: logAxis("movie, by rank (1 = most rated)", counts.length),
      y: logAxis("number of ratings", counts[0]),
      layout: {
        shapes: [verticalLine(half, { color: palette.orange, width: 2 })],
        annotations: [
          {
            x: Math.log10(half),
            y: 1,
            yref: "paper",
            ...labelPosition(half, counts.length),
            yanchor: "top",
            showarrow: false,
            font: { color: palette.orange },
            text: `half of all ratings:<br>${countText(half, "movie")} (${share} %)`,
          },
        ],
      },
    },
  );
}

/** Right of the line, or left of a line near the right end. */
function labelPosition(rank: number, count: number): Annotation {
  const isNearEnd = Math.log(rank) > 0.75 * Math.log(count);
  return isNearEnd
    ? { xanchor: "right", xshift: -6, align: "right" }
    : { xanchor: "left", xshift: 6, align: "left" };
}

/** All of the first ranks, then ranks at equal steps of a logarithmic axis: at most about 300. */
function spacedRanks(count: number): number[] {
  const ranks = [];
  for (let rank = 1; rank < count; rank = Math.max(rank + 1, Math.round(rank * 1.03))) ranks.push(rank);
  return count > 0 ? [...ranks, count] : [];
}

/** How many of the most rated movies have half of the ratings. */
function ranksWithHalf(counts: Int32Array): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let sum = 0;
  let rank = 0;
  while (sum < half) sum += counts[rank++];
  return rank;
}
