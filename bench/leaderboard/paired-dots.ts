import { labelAxis } from "../../src/charts/parts/axes.js";
import { type Figure, figure } from "../../src/charts/parts/figure.js";
import { coloredText } from "../../src/charts/parts/legend.js";
import type { Trace } from "../../src/charts/parts/plotly-types.js";
import { rounded } from "../../src/charts/parts/rounded.js";
import { palette } from "../../src/charts/parts/theme.js";
import { escapeHtml } from "../../src/text/escape-html.js";

/** One row of {@link pairedDots}. */
export interface PairedDot {
  readonly name: string;
  /** The value of each side; NaN for none, which gets no dot. */
  readonly values: readonly [first: number, second: number];
}

/** Options of {@link pairedDots}. */
export interface PairedDotsOptions {
  readonly title: string;
  /** What is measured, with its unit, and whether more or less is better. */
  readonly metric: string;
  /** Whose values they are. */
  readonly sides: readonly [first: string, second: string];
  /** The names of rows that are left out. @default none */
  readonly leftOut?: string;
}

const colors = [palette.orange, palette.blue] as const;
const symbols = ["diamond", "circle"] as const;

/**
 * The same measure of two sides, such as published and measured: a row for each name in the given
 * order, a dot for each side, and a line between the two. The axis does not start at 0.
 *
 * @throws RangeError if no row has a value.
 * @example
 * const rows: PairedDot[] = [
 *   { name: "SVD", values: [0.934, 0.9344] },
 *   { name: "new", values: [Number.NaN, 0.9] },
 * ];
 * const text = { title: "Errors", metric: "RMSE (less is better)" };
 * plot(pairedDots(rows, { ...text, sides: ["theirs", "ours"] }));
 */
export function pairedDots(
  rows: readonly PairedDot[],
  { title, metric, sides, leftOut }: PairedDotsOptions,
): Figure {
  if (rows.every(({ values }) => values.every(Number.isNaN))) {
    throw new RangeError("pairedDots has no row with a value to show");
  }
  const legend = sides.map((side, k) => coloredText(side, colors[k]));
  return figure([linesBetween(rows), ...sides.map((_, side) => dotsOf(rows, side))], {
    title: escapeHtml(title),
    subtitle: [legend.join(", "), leftOut && `without ${escapeHtml(leftOut)}`].filter(Boolean).join("; "),
    x: { title: { text: escapeHtml(metric), standoff: 12 } },
    y: {
      ...labelAxis(rows.map(({ name }) => escapeHtml(name))),
      range: [rows.length - 0.5, -0.5],
      showgrid: true,
    },
    layout: { height: 170 + 26 * rows.length },
  });
}

/** One trace for all lines, separated by null. */
function linesBetween(rows: readonly PairedDot[]): Trace {
  const both = rows.flatMap(({ values }, place) => (values.some(Number.isNaN) ? [] : [{ place, values }]));
  return {
    type: "scatter",
    mode: "lines",
    x: both.flatMap(({ values }) => [...values.map(shown), null]),
    y: both.flatMap(({ place }) => [place, place, null]),
    line: { color: palette.grey, width: 2 },
    hoverinfo: "skip",
  };
}

function dotsOf(rows: readonly PairedDot[], side: number): Trace {
  const known = rows.flatMap(({ name, values }, place) =>
    Number.isNaN(values[side]) ? [] : [{ name: escapeHtml(name), value: values[side], place }],
  );
  return {
    type: "scatter",
    mode: "markers",
    x: known.map(({ value }) => shown(value)),
    y: known.map(({ place }) => place),
    text: known.map(({ name }) => name),
    hovertemplate: "%{text}: %{x}<extra></extra>",
    marker: { color: colors[side], symbol: symbols[side], size: 10 },
  };
}

function shown(value: number): number {
  return rounded(value, { decimals: 5 });
}
