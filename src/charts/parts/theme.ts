import type { Axis, Layout } from "./plotly-types.js";

/** The colours of Okabe and Ito, which colour-blind readers can distinguish too. */
export const palette = {
  blue: "#0072B2",
  orange: "#D55E00",
  green: "#009E73",
  pink: "#CC79A7",
  yellow: "#E69F00",
  sky: "#56B4E9",
  grey: "#8A8F98",
} as const;

/** The colour of text and of axes. */
export const ink = "#24292F";
/** Empty cells of a matrix. */
export const emptyColor = "#F3F4F6";
/** Behind a heat map: cells without a value. */
export const missingColor = "#D5D9DE";
const gridColor = "#E3E6EA";
const font = {
  family: "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  size: 12,
  color: ink,
};
const axisTheme: Axis = {
  automargin: true,
  gridcolor: gridColor,
  zerolinecolor: gridColor,
  linecolor: ink,
  ticks: "outside",
  tickcolor: gridColor,
  exponentformat: "none",
  separatethousands: true,
};

/**
 * What all figures share: a white card with dark text, legible on light and dark pages, a title at
 * the left, and axes that make room for their labels.
 */
export const theme: Layout = {
  width: 700,
  height: 420,
  paper_bgcolor: "#FFFFFF",
  plot_bgcolor: "#FFFFFF",
  colorway: Object.values(palette),
  font,
  title: { x: 0.02, xanchor: "left", y: 1, yanchor: "top", pad: { t: 20 }, font: { size: 18 } },
  margin: { l: 64, r: 28, t: 80, b: 68 },
  xaxis: axisTheme,
  yaxis: axisTheme,
  hoverlabel: { align: "left", bgcolor: "#FFFFFF", font },
  showlegend: false,
  bargap: 0.12,
};

/** A colour scale with colours at equal steps, from the lowest value to the highest. */
export function colorScale(...colors: readonly string[]): [number, string][] {
  return colors.map((color, place) => [place / (colors.length - 1), color]);
}
