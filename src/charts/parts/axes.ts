import type { Axis, Trace } from "./plotly-types.js";

/** A logarithmic axis with a label at each power of ten, or at 1, 2 and 5 for values below 1000. */
export function logAxis(title: string, largest: number): Axis {
  return { type: "log", dtick: largest >= 1000 ? 1 : "D2", tickformat: ",d", title: { text: title } };
}

/** An axis of names at 0, 1, 2 …, one for each row or column of a heat map, and no lines. */
export function labelAxis(labels: readonly string[]): Axis {
  return { ...labelTicks(labels), showgrid: false, showline: false };
}

/** A vertical axis of names with the first one on top, for a row of dots or a bar each. */
export function rowAxis(labels: readonly string[]): Axis {
  return { ...labelTicks(labels), range: [labels.length - 0.5, -0.5] };
}

/** An invisible trace on the axis at the right: plotly draws an axis only if a trace uses it. */
export function rightAxisAnchor(x: string): Trace {
  return { type: "scatter", x: [x], y: [null], yaxis: "y2", hoverinfo: "skip" };
}

function labelTicks(labels: readonly string[]): Axis {
  return {
    tickvals: labels.map((_, place) => place),
    ticktext: [...labels],
    automargin: true,
    zeroline: false,
    ticks: "",
  };
}
