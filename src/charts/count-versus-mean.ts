import type { Movies } from "../datasets/movies.js";
import type { Ratings } from "../ratings/ratings.js";
import { countText } from "./count-text.js";
import { escapeHtml } from "./escape-html.js";
import { type Figure, figure } from "./figure.js";
import { logAxis } from "./log-axis.js";
import { needRatings } from "./need-ratings.js";
import { rowLengths } from "./row-lengths.js";
import { palette } from "./theme.js";

const cellsPerDecade = 20;
const cellsPerScale = 45;
const titlesNamed = 3;

/** Light for one movie, dark for a thousand. */
const movieColors = {
  colorscale: [
    [0, palette.sky],
    [1, "#062A4D"],
  ] as [number, string][],
  cmin: 0,
  cmax: 3,
  colorbar: {
    title: { text: "movies" },
    tickvals: [0, 1, 2, 3],
    ticktext: ["1", "10", "100", "1,000"],
    thickness: 14,
  },
};

/** Movies that lie so near each other that they are drawn as one dot. */
interface Dot {
  readonly itemIndices: number[];
  logCount: number;
  mean: number;
}

/**
 * Each movie's number of ratings (logarithmic) against its mean rating. Movies that would cover each other are drawn as
 * one dot, darker the more they are, so that a figure of any data set stays small. O(ratings).
 *
 * @throws RangeError where there are no ratings.
 * @example
 * plot(countVersusMean(ratings, { movies: movies }));
 */
export function countVersusMean(ratings: Ratings, { movies }: { movies?: Movies } = {}): Figure {
  needRatings(ratings, "countVersusMean");
  const { byItem, scale } = ratings;
  const margin = 0.05 * (scale.max - scale.min || 1);
  const dots = gather(ratings);
  const nameOf = (itemIndex: number) => {
    const id = ratings.items.idOf(itemIndex);
    return escapeHtml(movies?.has(id) ? movies.title(id) : `item ${id}`);
  };
  const most = rowLengths(byItem).reduce((largest, count) => Math.max(largest, count), 1);
  return figure(
    [
      {
        type: "scatter",
        mode: "markers",
        x: dots.map(({ logCount }) => Number((10 ** logCount).toPrecision(3))),
        y: dots.map(({ mean }) => Number(mean.toFixed(3))),
        text: dots.map(({ itemIndices }) => namesOf(itemIndices, nameOf)),
        hovertemplate: "%{text}<br>%{x:,} ratings, mean %{y:.2f}<extra></extra>",
        marker: {
          size: 7,
          color: dots.map(({ itemIndices }) => Number(Math.log10(itemIndices.length).toFixed(2))),
          ...movieColors,
        },
      },
    ],
    {
      title: "Number of ratings and mean rating of each movie",
      subtitle: `${countText(byItem.rowCount, "rated movie")}; a dark dot is many movies; dashed: the mean of all ratings, ${ratings.mean.toFixed(2)}`,
      x: { ...logAxis("number of ratings", most), range: [-0.1, Math.log10(most) + 0.1] },
      y: { title: { text: "mean rating" }, range: [scale.min - margin, scale.max + margin] },
      layout: {
        hovermode: "closest",
        shapes: [
          {
            type: "line",
            xref: "paper",
            x0: 0,
            x1: 1,
            y0: ratings.mean,
            y1: ratings.mean,
            line: { color: palette.orange, dash: "dash", width: 2 },
          },
        ],
      },
    },
  );
}

/** One dot for each filled cell of a fine grid, at the centre of its movies. */
function gather({ byItem, scale }: Ratings): Dot[] {
  const cells = new Map<string, Dot>();
  for (let item = 0; item < byItem.rowCount; item++) {
    const from = byItem.starts[item];
    const to = byItem.starts[item + 1];
    if (from === to) continue;
    let sum = 0;
    for (let entry = from; entry < to; entry++) sum += byItem.values[entry];
    const mean = sum / (to - from);
    const logCount = Math.log10(to - from);
    const row = Math.round((cellsPerScale * (mean - scale.min)) / (scale.max - scale.min || 1));
    const key = `${Math.round(cellsPerDecade * logCount)} ${row}`;
    const dot = cells.get(key) ?? { itemIndices: [], logCount: 0, mean: 0 };
    cells.set(key, dot);
    dot.itemIndices.push(item);
    dot.logCount += (logCount - dot.logCount) / dot.itemIndices.length;
    dot.mean += (mean - dot.mean) / dot.itemIndices.length;
  }
  return [...cells.values()];
}

function namesOf(itemIndices: number[], nameOf: (itemIndex: number) => string): string {
  const named = itemIndices.slice(0, titlesNamed).map(nameOf);
  const others = itemIndices.length - named.length;
  return [...named, ...(others > 0 ? [`and ${countText(others, "other")}`] : [])].join("<br>");
}
