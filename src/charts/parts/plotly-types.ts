// The part of plotly's JSON whose types matter here. Plotly's own types would be a dependency, and
// need the DOM's; a test holds that each is assignable to the other.

/** Dots, lines, bars or a heat map of a plotly figure. Other attributes are not checked. */
export interface Trace {
  /** What the legend and the text under the pointer call it. */
  name?: string;
  [attribute: string]: unknown;
}

/** The title of a plotly figure or axis. */
export interface Title {
  text?: string;
  [attribute: string]: unknown;
}

/** The settings of an axis. Other attributes are not checked. */
export interface Axis {
  title?: Title;
  /** Its two ends, on a logarithmic axis their `Math.log10`. */
  range?: unknown[];
  /** Where labels stand. */
  tickvals?: unknown[];
  ticktext?: string[];
  /** Where it begins and ends, as shares of the figure. */
  domain?: number[];
  [attribute: string]: unknown;
}

/** A text or an arrow on a figure. Other attributes are not checked. */
export interface Annotation {
  text?: string;
  x?: number | string;
  y?: number | string;
  showarrow?: boolean;
  [attribute: string]: unknown;
}

/** A line or an area on a figure. */
export interface Shape {
  type?: "rect" | "circle" | "line" | "path";
  [attribute: string]: unknown;
}

/** What is around and under the traces. Other attributes are not checked. */
export interface Layout {
  title?: Title;
  /** In pixels. */
  width?: number;
  height?: number;
  margin?: { l?: number; r?: number; t?: number; b?: number };
  xaxis?: Axis;
  yaxis?: Axis;
  annotations?: Annotation[];
  shapes?: Shape[];
  showlegend?: boolean;
  [axis: `${"x" | "y"}axis${number}`]: Axis | undefined;
  [attribute: string]: unknown;
}
