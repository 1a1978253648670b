import { areYears } from "../../text/are-years.js";
import { escapeHtml } from "../../text/escape-html.js";
import { logAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, MAX_SERIES, seriesColor } from "../parts/legend.js";
import { horizontalLine } from "../parts/lines.js";
import { roundedOrNull } from "../parts/rounded.js";

/** One line of {@link curves}. */
export interface Curve {
  readonly name: string;
  /** From left to right. */
  readonly x: ArrayLike<number>;
  /** As many as of `x`; a value that is not finite breaks the line. */
  readonly y: ArrayLike<number>;
}

/** Options of {@link curves}. */
export interface CurvesOptions {
  /** The title. */
  readonly title: string;
  /** The axes: what they measure, with its unit. */
  readonly x: string;
  readonly y: string;
  /** A dashed horizontal line to compare with. @default none */
  readonly level?: { readonly name: string; readonly y: number };
  /** Whether the horizontal axis is logarithmic, for values above 0. @default false */
  readonly logX?: boolean;
  /** Whether each point has a dot, as for few points. @default false */
  readonly dots?: boolean;
}

/**
 * Lines over one axis, each in a colour that the subtitle names. O(points).
 *
 * @throws RangeError for no line, more than four, or one with no points or with unequal x and y.
 * @example
 * const errors = { name: "error", x: [1, 3, 10], y: [1.1, 0.9, 1] };
 * const text = { title: "Error by regularization", x: "regularization", y: "RMSE in stars" };
 * plot(curves([errors], { ...text, dots: true }));
 */
export function curves(
  lines: readonly Curve[],
  { title, x, y, level, logX = false, dots = false }: CurvesOptions,
): Figure {
  if (lines.length < 1 || lines.length > MAX_SERIES) {
    throw new RangeError(`curves has ${lines.length} lines; give it one to ${MAX_SERIES}`);
  }
  for (const line of lines) {
    if (line.x.length === 0 || line.x.length !== line.y.length) {
      throw new RangeError(
        `curves: "${line.name}" has ${line.x.length} x and ${line.y.length} y; give it as many of both, at least one`,
      );
    }
  }
  return figure(
    lines.map((line, place) => ({
      type: "scatter",
      mode: dots ? "lines+markers" : "lines",
      x: Array.from(line.x, (value) => roundedOrNull(value, { digits: 6 })),
      y: Array.from(line.y, (value) => roundedOrNull(value, { digits: 6 })),
      line: { color: seriesColor(place), width: 2.5, simplify: false },
      marker: { size: 8 },
      hovertemplate: `${escapeHtml(line.name)}: %{y} at %{x}<extra></extra>`,
    })),
    {
      title: escapeHtml(title),
      subtitle: [
        coloredNames(lines.map(({ name }) => name)).join(", "),
        level && `dashed: ${escapeHtml(level.name)}`,
      ]
        .filter(Boolean)
        .join("; "),
      x: logX
        ? logAxis(escapeHtml(x), largestOf(lines))
        : {
            title: { text: escapeHtml(x), standoff: 12 },
            ...(lines.every((line) => areYears(Array.from(line.x))) ? { separatethousands: false } : {}),
          },
      y: escapeHtml(y),
      layout: {
        hovermode: "closest",
        shapes: level ? [horizontalLine(level.y)] : [],
      },
    },
  );
}

function largestOf(lines: readonly Curve[]): number {
  return lines.reduce((most, { x }) => Array.from(x).reduce((a, b) => Math.max(a, b), most), 0);
}
