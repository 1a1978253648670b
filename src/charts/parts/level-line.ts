import type { Layout } from "plotly.js";
import { palette } from "./theme.js";

/** A dashed line at one height, from the left end of a figure to its right end. */
export function levelLine(y: number): NonNullable<Layout["shapes"]>[number] {
  return {
    type: "line",
    xref: "paper",
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    line: { color: palette.grey, dash: "dash", width: 2 },
  };
}
