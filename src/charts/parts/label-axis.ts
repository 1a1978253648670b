import type { Axis } from "./figure.js";

/** An axis of names, one for each row or column of a heat map, with nothing else drawn. */
export function labelAxis(labels: readonly string[]): Axis {
  return {
    tickvals: labels.map((_, place) => place),
    ticktext: [...labels],
    automargin: true,
    showgrid: false,
    showline: false,
    zeroline: false,
    ticks: "",
  };
}
