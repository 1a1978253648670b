import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { type Figure, figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

const mostBars = 40;

/**
 * How often each rating was given: a bar for each value, or for more than 40 values 40 bars of
 * equal width. O(ratings).
 *
 * @throws RangeError for no ratings.
 * @example
 * plot(ratingHistogram(ratings));
 */
export function ratingHistogram(ratings: Ratings): Figure {
  needRatings(ratings, "ratingHistogram");
  const counts = countValues(ratings.values);
  const { values, rows } = counts.size <= mostBars ? eachValue(counts) : equalBins(counts);
  const share = (count: number) =>
    `${((100 * count) / ratings.count).toFixed(count / ratings.count < 0.1 ? 1 : 0)} %`;
  return figure(
    [
      {
        type: "bar",
        x: values,
        y: rows,
        text: rows.map(share),
        textposition: "outside",
        cliponaxis: false,
        hovertemplate: "%{x}: %{y:,} ratings, %{text}<extra></extra>",
        marker: { color: palette.blue },
      },
    ],
    {
      title: "How often each rating was given",
      subtitle: `${countText(ratings.count, "rating")} by ${countText(ratings.users.size, "user")}; mean ${ratings.mean.toFixed(2)}`,
      x: { title: { text: "rating" }, showgrid: false, ...(values.length <= 20 ? { tickvals: values } : {}) },
      y: "number of ratings",
    },
  );
}

function countValues(values: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

interface Bars {
  readonly values: number[];
  readonly rows: number[];
}

function eachValue(counts: Map<number, number>): Bars {
  const values = [...counts.keys()].sort((a, b) => a - b);
  return { values, rows: values.map((value) => counts.get(value) ?? 0) };
}

/** Each bar is named by the middle of its bin. */
function equalBins(counts: Map<number, number>): Bars {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of counts.keys()) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const width = (most - least) / mostBars;
  const rows = Array<number>(mostBars).fill(0);
  for (const [value, count] of counts) {
    rows[Math.min(mostBars - 1, Math.floor((value - least) / width))] += count;
  }
  return { values: rows.map((_, bin) => rounded(least + (bin + 0.5) * width, { digits: 4 })), rows };
}
