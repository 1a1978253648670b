import type { Layout } from "plotly.js";

/** A dashed line at one place, from the lower end of a figure to its upper end. */
export function standingLine(x: number): NonNullable<Layout["shapes"]>[number] {
  return {
    type: "line",
    x0: x,
    x1: x,
    yref: "paper",
    y0: 0,
    y1: 1,
    line: { color: "#24292F", dash: "dash", width: 1.5 },
  };
}
