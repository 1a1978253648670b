import type { Ratings } from "../../ratings/ratings.js";
import { countText } from "../../text/count-text.js";
import { type Figure, figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";
import { palette } from "../parts/theme.js";

const secondsPerDay = 86_400;
const daysPerYear = 365.25;
const mostYears = 200;

/**
 * Ratings given in each month, or for more than eight years in each year. Timestamps are seconds
 * since 1970, UTC; ratings without one are left out and counted in the subtitle. O(ratings).
 *
 * @throws RangeError for no ratings, for none with a timestamp, or for times that span centuries.
 * @example
 * plot(ratingsOverTime(ratings));
 */
export function ratingsOverTime(ratings: Ratings): Figure {
  needRatings(ratings, "ratingsOverTime");
  const { firstDay, counts, dated } = countDays(ratings.timestamps);
  const byYear = counts.length > 8 * daysPerYear;
  const periods = new Map<string, number>();
  counts.forEach((count, day) => {
    const period = isoDay(firstDay + day).slice(0, byYear ? 4 : 7);
    periods.set(period, (periods.get(period) ?? 0) + count);
  });
  const undated = ratings.count - dated;
  const span = `${isoDay(firstDay)} to ${isoDay(firstDay + counts.length - 1)}`;
  return figure(
    [
      {
        type: "bar",
        x: [...periods.keys()].map((period) => (byYear ? Number(period) : period)),
        y: [...periods.values()],
        hovertemplate: "%{x}: %{y:,} ratings<extra></extra>",
        marker: { color: palette.blue },
      },
    ],
    {
      title: `Ratings given in each ${byYear ? "year" : "month"}`,
      subtitle: `${countText(dated, "rating")}, ${span} (UTC)${undated ? `; ${countText(undated, "rating")} without a time left out` : ""}`,
      x: byYear
        ? { title: { text: "year" }, tickformat: "d", showgrid: false }
        : {
            title: { text: "month" },
            type: "date",
            showgrid: false,
            ...(periods.size <= 24 ? { dtick: "M1" } : {}),
          },
      y: "number of ratings",
    },
  );
}

function countDays(timestamps: Iterable<number> = []): {
  firstDay: number;
  counts: Int32Array;
  dated: number;
} {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const seconds of timestamps) {
    if (seconds < first) first = seconds;
    if (seconds > last) last = seconds;
  }
  if (first > last) {
    throw new RangeError(
      "no rating has a timestamp, so there is no time to show; load ratings that have one",
    );
  }
  const firstDay = Math.floor(first / secondsPerDay);
  const dayCount = Math.floor(last / secondsPerDay) - firstDay + 1;
  if (dayCount > mostYears * daysPerYear) {
    throw new RangeError(
      `timestamps run from ${first} to ${last}, over ${mostYears} years; give seconds since 1970, not milliseconds`,
    );
  }
  const counts = new Int32Array(dayCount);
  let dated = 0;
  for (const seconds of timestamps) {
    if (Number.isNaN(seconds)) continue;
    counts[Math.floor(seconds / secondsPerDay) - firstDay]++;
    dated++;
  }
  return { firstDay, counts, dated };
}

/** A day since 1970 as yyyy-mm-dd. */
function isoDay(day: number): string {
  return new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);
}
