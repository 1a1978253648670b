import type { Shape } from "./plotly-types.js";
import { ink, palette } from "./theme.js";

/** How a dashed line looks. */
export interface LineStyle {
  readonly color?: string;
  /** In pixels. */
  readonly width?: number;
}

/** A dashed line at one height, from the left end of a figure to its right end. */
export function horizontalLine(y: number, { color = palette.grey, width = 2 }: LineStyle = {}): Shape {
  return { type: "line", xref: "paper", x0: 0, x1: 1, y0: y, y1: y, line: { color, dash: "dash", width } };
}

/** A dashed line at one x, from the lower end of a figure to its upper end. */
export function verticalLine(x: number, { color = ink, width = 1.5 }: LineStyle = {}): Shape {
  return { type: "line", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, line: { color, dash: "dash", width } };
}
