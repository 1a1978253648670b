import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, MAX_SERIES, seriesColor } from "../parts/legend.js";
import { horizontalLine } from "../parts/lines.js";
import { roundedOrNull } from "../parts/rounded.js";

/** One line of {@link curves}. */
export interface Curve {
  readonly name: string;
  /** Where its points lie, from left to right. */
  readonly x: ArrayLike<number>;
  /** As many; the line is broken where one is not finite. */
  readonly y: ArrayLike<number>;
}

/** What {@link curves} says. */
export interface CurvesOptions {
  /** What is shown. */
  readonly title: string;
  /** The axes: what they measure, with its unit. */
  readonly x: string;
  readonly y: string;
  /** A dashed line from left to right, to compare with. @default none */
  readonly level?: { readonly name: string; readonly y: number };
  /** Whether each point has a dot: where there are few, or the line between them says nothing. @default false */
  readonly dots?: boolean;
}

/**
 * Lines over one axis, each in a colour that the smaller line under the title gives a name; O(points).
 *
 * @throws RangeError for no line, more than four, one without points, or one whose x and y are not as many.
 * @example
 * const errors = { name: "error", x: [1, 3, 10], y: [1.1, 0.9, 1] };
 * plot(curves([errors], { title: "Error by regularization", x: "regularization", y: "RMSE in stars", dots: true }));
 */
export function curves(lines: readonly Curve[], { title, x, y, level, dots = false }: CurvesOptions): Figure {
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
      line: { color: seriesColor(place), width: 2.5 },
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
      x: escapeHtml(x),
      y: escapeHtml(y),
      layout: {
        hovermode: "closest",
        shapes: level ? [horizontalLine(level.y)] : [],
      },
    },
  );
}
