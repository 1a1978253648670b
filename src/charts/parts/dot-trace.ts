import { countText } from "../../text/count-text.js";
import type { Trace } from "./plotly-types.js";
import { rounded } from "./rounded.js";
import { colorScale, palette } from "./theme.js";

/** A movie or a user in a figure with a logarithmic horizontal axis. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** The name, escaped. Called only for names that are shown. */
  name(): string;
}

/** Options of {@link dotTrace}. */
export interface DotTraceOptions {
  /** Grid cells per unit of y; the points of one cell are one dot. */
  readonly cellsPerUnit: number;
  /** The text under the pointer as a template of plotly; `%{text}` are the names. */
  readonly hovertemplate: string;
  /** One colour for all dots. @default darker for more points, with a colour bar */
  readonly color?: string;
  /** What the points are: the title of the colour bar. @default "movies" */
  readonly noun?: string;
}

const cellsPerDecade = 20;
const titlesNamed = 3;

/** On a logarithmic scale from 1 to 1,000 points. */
const densityColors = {
  cmin: 0,
  cmax: 3,
  colorbar: {
    tickvals: [0, 1, 2, 3],
    ticktext: ["1", "10", "100", "1,000"],
    thickness: 14,
  },
};

/** Points of one cell, and their mean. */
interface Dot {
  readonly points: Point[];
  logX: number;
  y: number;
}

/**
 * Points as dots. Overlapping points become one dot, so that a figure of any data set stays small.
 * O(points).
 */
export function dotTrace(
  points: readonly Point[],
  { cellsPerUnit, hovertemplate, color, noun = "movies" }: DotTraceOptions,
): Trace {
  const dots = gather(points, cellsPerUnit);
  const colors = {
    color: dots.map((dot) => rounded(Math.log10(dot.points.length), { decimals: 2 })),
    ...densityColors,
    colorscale: colorScale(palette.sky, "#062A4D"),
    colorbar: { ...densityColors.colorbar, title: { text: noun } },
  };
  return {
    type: "scatter",
    mode: "markers",
    x: dots.map(({ logX }) => rounded(10 ** logX, { digits: 3 })),
    y: dots.map(({ y }) => rounded(y, { decimals: 3 })),
    text: dots.map((dot) => namesOf(dot.points)),
    hovertemplate,
    marker: { size: 7, ...(color ? { color } : colors) },
  };
}

/** One dot for each cell with points, at their mean. */
function gather(points: readonly Point[], cellsPerUnit: number): Dot[] {
  const cells = new Map<string, Dot>();
  for (const point of points) {
    const logX = Math.log10(point.x);
    const key = `${Math.round(cellsPerDecade * logX)} ${Math.round(cellsPerUnit * point.y)}`;
    const dot = cells.get(key) ?? { points: [], logX: 0, y: 0 };
    cells.set(key, dot);
    dot.points.push(point);
    dot.logX += (logX - dot.logX) / dot.points.length;
    dot.y += (point.y - dot.y) / dot.points.length;
  }
  return [...cells.values()];
}

function namesOf(points: readonly Point[]): string {
  const named = points.slice(0, titlesNamed).map((point) => point.name());
  const others = points.length - named.length;
  return [...named, ...(others > 0 ? [`and ${countText(others, "other")}`] : [])].join("<br>");
}
