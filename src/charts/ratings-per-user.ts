import type { Ratings } from "../ratings/ratings.js";
import { countText } from "./count-text.js";
import { type Figure, figure } from "./figure.js";
import { needRatings } from "./need-ratings.js";
import { rowLengths } from "./row-lengths.js";
import { palette } from "./theme.js";

/**
 * How many ratings users gave: the number of users in bins that double, 1, 2–3, 4–7, 8–15 and so on.
 * O(ratings + users log users).
 *
 * @throws RangeError where there are no ratings.
 * @example
 * plot(ratingsPerUser(ratings));
 */
export function ratingsPerUser(ratings: Ratings): Figure {
  needRatings(ratings, "ratingsPerUser");
  const counts = rowLengths(ratings.byUser).sort();
  const least = counts[0];
  const most = counts[counts.length - 1];
  const median = (counts[(counts.length - 1) >> 1] + counts[counts.length >> 1]) / 2;
  const { labels, users } = doublingBins(counts);
  return figure(
    [
      {
        type: "bar",
        x: labels,
        y: users,
        text: users.map((count) => count.toLocaleString("en-US")),
        textposition: "outside",
        cliponaxis: false,
        hovertemplate: "%{x} ratings: %{y:,} users<extra></extra>",
        marker: { color: palette.green },
      },
    ],
    {
      title: "How many ratings each user gave",
      subtitle: `${countText(counts.length, "user")}: at least ${format(least)}, at most ${format(most)}, median ${format(median)}; each bin is twice as wide as the one before`,
      x: { title: { text: "ratings given by one user" }, type: "category", showgrid: false },
      y: "number of users",
    },
  );
}

/** Bins with labels of two lines, which stay level where there are many. */
function doublingBins(sorted: Int32Array): { labels: string[]; users: number[] } {
  const first = Math.floor(Math.log2(sorted[0]));
  const last = Math.floor(Math.log2(sorted[sorted.length - 1]));
  const users = Array<number>(last - first + 1).fill(0);
  for (const count of sorted) users[Math.floor(Math.log2(count)) - first]++;
  const labels = users.map((_, bin) => {
    const from = 2 ** (first + bin);
    return from === 1 ? "1" : `${format(from)}<br>–${format(2 * from - 1)}`;
  });
  return { labels, users };
}

function format(value: number): string {
  return value.toLocaleString("en-US");
}
