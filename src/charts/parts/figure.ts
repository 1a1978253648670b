import type { Axis, Layout, Trace } from "./plotly-types.js";
import { theme } from "./theme.js";

/** A plotly figure as a plain object: what `plot` shows and `Plotly.newPlot` takes. */
export interface Figure {
  readonly data: Trace[];
  readonly layout: Layout;
}

/** The texts of a figure. plotly reads some HTML in every text: escape what comes from data. */
export interface FigureText {
  /** What is shown. */
  readonly title: string;
  /** A smaller line under the title: the counts, what is left out. @default none */
  readonly subtitle?: string;
  /** The horizontal axis: what it measures, with its unit, or all of its settings. */
  readonly x: string | Axis;
  /** The vertical axis, likewise. */
  readonly y: string | Axis;
  /** More of plotly's layout, which overrides the theme's. @default {} */
  readonly layout?: Layout;
}

/**
 * A figure in the course's theme.
 *
 * @example
 * figure([{ type: "bar", x: [1, 2], y: [3, 4] }], { title: "Two bars", x: "stars", y: "ratings" });
 */
export function figure(data: Trace[], { title, subtitle, x, y, layout = {} }: FigureText): Figure {
  const base = structuredClone(theme);
  const text = subtitle
    ? `${title}<br><span style="font-size: 13px; color: #57606A">${subtitle}</span>`
    : title;
  return {
    data,
    layout: {
      ...base,
      title: { ...base.title, text },
      xaxis: { ...base.xaxis, ...axisOf(x) },
      yaxis: { ...base.yaxis, ...axisOf(y) },
      ...layout,
    },
  };
}

function axisOf(titleOrAxis: string | Axis): Axis {
  return typeof titleOrAxis === "string" ? { title: { text: titleOrAxis, standoff: 12 } } : titleOrAxis;
}
