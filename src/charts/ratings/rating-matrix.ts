import type { Ratings } from "../../ratings/ratings.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import { rowOf } from "../../sparse/row-of.js";
import { countText } from "../../text/count-text.js";
import { type Figure, figure } from "../parts/figure.js";
import { needRatings } from "../parts/need-ratings.js";
import type { Annotation, Axis, Trace } from "../parts/plotly-types.js";
import { colorScale, emptyColor, palette } from "../parts/theme.js";

/** Options of {@link ratingMatrix}. */
export interface RatingMatrixOptions {
  /** Users shown in each picture, at least 1. @default 100 */
  readonly users?: number;
  /** Movies shown in each picture, at least 1. @default 100 */
  readonly items?: number;
}

/**
 * Which cells of the matrix users × movies have a rating, in two pictures: at the left its densest
 * corner, the most active users and the most rated movies; at the right users and movies at equal
 * steps from the most to the least active, which shows how the whole matrix looks. O(ratings).
 *
 * @throws RangeError for sizes that are not whole numbers from 1, and for no ratings.
 * @example
 * plot(ratingMatrix(ratings, { users: 50, items: 50 }));
 */
export function ratingMatrix(
  ratings: Ratings,
  { users = 100, items = 100 }: RatingMatrixOptions = {},
): Figure {
  needRatings(ratings, "ratingMatrix");
  wholeAtLeast(1, { users });
  wholeAtLeast(1, { items });
  const usersByCount = byCount(rowLengths(ratings.byUser));
  const itemsByCount = byCount(rowLengths(ratings.byItem));
  const densest = filledCells(ratings, usersByCount.slice(0, users), itemsByCount.slice(0, items));
  const evenly = filledCells(ratings, equalSteps(usersByCount, users), equalSteps(itemsByCount, items));
  const empty = 1 - ratings.count / (usersByCount.length * itemsByCount.length);

  return figure([picture(densest, ""), picture(evenly, "2")], {
    title: `${percent(empty)} of the matrix is empty`,
    subtitle: `${countText(usersByCount.length, "user")} × ${countText(itemsByCount.length, "rated movie")}, ${countText(ratings.count, "rating")}; a blue cell is a rating`,
    x: { ...cellAxis("the most rated movies"), domain: [0, 0.47] },
    y: { ...cellAxis("the most active users"), autorange: "reversed" },
    layout: {
      height: 460,
      margin: { l: 64, r: 64, t: 104, b: 68 },
      xaxis2: { ...cellAxis("movies, evenly from all"), domain: [0.53, 1], anchor: "y2" },
      yaxis2: {
        ...cellAxis("users, evenly from all"),
        autorange: "reversed",
        anchor: "x2",
        side: "right",
      },
      annotations: [
        caption(`densest corner: ${percent(share(densest))} filled`, 0),
        caption(`evenly from all: ${percent(share(evenly))} filled`, 0.53),
      ],
    },
  });
}

/** Row numbers, the largest count first, equal ones in their order. */
function byCount(counts: Int32Array): Int32Array {
  return Int32Array.from(counts.keys()).sort((a, b) => counts[b] - counts[a] || a - b);
}

function equalSteps(values: Int32Array, count: number): Int32Array {
  const step = Math.max(1, values.length / count);
  return Int32Array.from(
    { length: Math.min(count, values.length) },
    (_, place) => values[Math.floor((place + 0.5) * step)],
  );
}

/** A row for each user: 1 where the user rated the item, else 0. */
function filledCells({ byUser }: Ratings, users: Int32Array, items: Int32Array): number[][] {
  const columnOf = new Map(Array.from(items, (item, column) => [item, column]));
  return Array.from(users, (user) => {
    const row = Array<number>(items.length).fill(0);
    for (const item of rowOf(byUser, user).indices) {
      const column = columnOf.get(item);
      if (column !== undefined) row[column] = 1;
    }
    return row;
  });
}

function share(cells: number[][]): number {
  return cells.flat().reduce((sum, cell) => sum + cell, 0) / (cells.length * (cells[0]?.length ?? 0));
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function picture(cells: number[][], axes: "" | "2"): Trace {
  return {
    type: "heatmap",
    z: cells,
    x0: 1,
    y0: 1,
    xaxis: `x${axes}`,
    yaxis: `y${axes}`,
    zmin: 0,
    zmax: 1,
    colorscale: colorScale(emptyColor, palette.blue),
    showscale: false,
    hoverinfo: "skip",
  };
}

function cellAxis(title: string): Axis {
  return {
    title: { text: title, standoff: 12 },
    showticklabels: false,
    showgrid: false,
    zeroline: false,
    ticks: "",
    showline: false,
  };
}

function caption(text: string, x: number): Annotation {
  return {
    text,
    x,
    xref: "paper",
    xanchor: "left",
    y: 1,
    yref: "paper",
    yanchor: "bottom",
    showarrow: false,
  };
}
