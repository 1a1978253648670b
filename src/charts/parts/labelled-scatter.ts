import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "./figure.js";
import { dotSize, labelFont, labelledDots, type NamedDot } from "./labelled-dots.js";
import { rounded } from "./rounded.js";

/** The texts and looks of a {@link labelledScatter}. */
export interface LabelledScatterOptions {
  readonly title: string;
  /** Escaped. */
  readonly subtitle: string;
  /** The axes: what they measure. */
  readonly x: string;
  readonly y: string;
  /** Of the whole figure, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly marker: Record<string, unknown>;
  /** How both axes draw the line at 0. */
  readonly zero: { readonly zeroline?: boolean; readonly zerolinecolor?: string };
}

/** Dots on a plane with their names where there is room; all names show under the pointer. */
export function labelledScatter(
  dots: readonly NamedDot[],
  { title, subtitle, x, y, size: { width, height }, marker, zero }: LabelledScatterOptions,
): Figure {
  const margin = { l: 64, r: 28, t: 80, b: 68 };
  const { xRange, yRange, text, textposition } = labelledDots(dots, {
    width: width - margin.l - margin.r,
    height: height - margin.t - margin.b,
  });
  return figure(
    [
      {
        type: "scatter",
        mode: "text+markers",
        x: dots.map((dot) => rounded(dot.x, { digits: 4 })),
        y: dots.map((dot) => rounded(dot.y, { digits: 4 })),
        text,
        textposition: perPoint(textposition),
        textfont: { ...labelFont },
        customdata: dots.map((dot) => escapeHtml(dot.title)),
        hovertemplate: "%{customdata}: %{x}, %{y}<extra></extra>",
        marker: { size: dotSize, ...marker },
      },
    ],
    {
      title: escapeHtml(title),
      subtitle,
      x: { title: { text: escapeHtml(x), standoff: 12 }, range: xRange, ...zero },
      y: { title: { text: escapeHtml(y), standoff: 12 }, range: yRange, ...zero },
      layout: { width, height, margin, hovermode: "closest" },
    },
  );
}

/** A value for each point, where plotly's types know only one for all points. */
function perPoint<Value>(values: readonly Value[]): Value {
  return values as unknown as Value;
}
