import { mean } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import { rowMeans } from "../../sparse/row-means.js";
import { countText } from "../../text/count-text.js";
import { escapeHtml } from "../../text/escape-html.js";
import { countMeanAxes } from "../parts/count-mean-axes.js";
import { dotTrace } from "../parts/dot-trace.js";
import { type Figure, figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";
import type { Trace } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

const groups = 4;

/**
 * Each user's number of ratings (logarithmic) against the mean of the user's ratings, and for each
 * quarter of the users, from the least active to the most active, the mean of their means as a
 * line. Users with equally many ratings may be in two quarters, split by their order. Overlapping
 * users are one dot. O(ratings + users × log(users)).
 *
 * @throws RangeError for no ratings.
 * @example
 * plot(activityVersusMean(ratings));
 */
export function activityVersusMean(ratings: Ratings): Figure {
  needRatings(ratings, "activityVersusMean");
  const counts = rowLengths(ratings.byUser);
  const means = rowMeans(ratings.byUser);
  const byCount = Int32Array.from(counts.keys()).sort((a, b) => counts[a] - counts[b] || a - b);
  const axes = countMeanAxes({
    least: counts[byCount[0]],
    most: counts[byCount.at(-1)!],
    scale: ratings.scale,
    x: "ratings given by one user",
    y: "mean of the user's ratings",
  });
  const points = ratings.users.ids.map((userId, user) => {
    return { x: counts[user], y: means[user], name: () => `user ${escapeHtml(String(userId))}` };
  });
  const dots = dotTrace(points, {
    cellsPerUnit: axes.cellsPerUnit,
    hovertemplate: "%{text}<br>%{x:,} ratings, mean %{y:.2f}<extra></extra>",
    color: palette.sky,
  });
  const quarters = Array.from({ length: groups }, (_, group) => {
    const edge = (place: number) => Math.round((place * byCount.length) / groups);
    return byCount.subarray(edge(group), edge(group + 1));
  }).filter((users) => users.length > 0);
  const lines = quarters.map((users): Trace => {
    const height = rounded(mean(Array.from(users, (user) => means[user])), { decimals: 3 });
    return {
      type: "scatter",
      mode: "lines",
      x: [counts[users[0]], counts[users.at(-1)!]],
      y: [height, height],
      line: { color: palette.orange, width: 4 },
      hovertemplate: `${countText(users.length, "user")}: mean of their means %{y:.2f}<extra></extra>`,
    };
  });
  return figure([dots, ...lines], {
    title: "Number of ratings and mean rating of each user",
    subtitle: `${countText(ratings.users.size, "user")}; orange: the mean in each quarter of the users, from the least to the most active`,
    x: axes.x,
    y: axes.y,
    layout: { hovermode: "closest" },
  });
}
