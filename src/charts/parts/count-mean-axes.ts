import type { RatingScale } from "../../ratings/rating.js";
import { logAxis } from "./axes.js";
import type { Axis } from "./plotly-types.js";

/** The axes of a figure of dots with a number of ratings and a mean rating each. */
export interface CountMeanAxes {
  readonly x: Axis;
  readonly y: Axis;
  /** Of `dotTrace`: dots one cell apart touch. */
  readonly cellsPerUnit: number;
}

/** What the axes show. */
export interface CountMeanAxesOptions {
  /** The smallest and the largest number of ratings. */
  readonly least: number;
  readonly most: number;
  readonly scale: RatingScale;
  /** The titles of the axes. */
  readonly x: string;
  readonly y: string;
}

const cellsPerScale = 45;

/** A logarithmic axis of numbers of ratings, and an axis of mean ratings over the whole scale. */
export function countMeanAxes({ least, most, scale, x, y }: CountMeanAxesOptions): CountMeanAxes {
  const range = scale.max - scale.min || 1;
  const margin = 0.05 * range;
  return {
    x: {
      ...logAxis(x, most),
      ...(most < 1000 * least ? { dtick: "D2" } : {}),
      range: [Math.log10(least) - 0.1, Math.log10(most) + 0.1],
    },
    y: { title: { text: y }, range: [scale.min - margin, scale.max + margin] },
    cellsPerUnit: cellsPerScale / range,
  };
}
