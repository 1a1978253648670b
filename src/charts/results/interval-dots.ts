import { escapeHtml } from "../../text/escape-html.js";
import { rowAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import { verticalLine } from "../parts/lines.js";
import { EVERYTHING, withinRange } from "../parts/possible-range.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** One value of {@link intervalDots} and its confidence interval. */
export interface Interval {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Options of {@link intervalDots}. */
export interface IntervalDotsOptions {
  /** The title. */
  readonly title: string;
  /** What the values measure, with its unit. */
  readonly measure: string;
  /**
   * A value to compare with, such as 0 for differences: an interval without it is blue.
   * @default none
   */
  readonly mark?: number;
  /** The least and the most that is possible; no bar goes beyond. @default no limits */
  readonly range?: readonly [least: number, most: number];
}

/**
 * Values with their confidence intervals: for each a dot and a bar from bound to bound, in the
 * given order. The axis need not begin at 0. A dashed line is at the `mark`; an interval that
 * contains it is grey.
 *
 * @throws RangeError for no interval, or one with a value or bound that is not finite.
 * @example
 * const intervals = [{ name: "new − old", value: -0.004, low: -0.006, high: -0.002 }];
 * const text = { title: "Is it better?", measure: "difference of RMSE (stars)" };
 * plot(intervalDots(intervals, { ...text, mark: 0 }));
 */
export function intervalDots(
  intervals: readonly Interval[],
  { title, measure, mark, range = EVERYTHING }: IntervalDotsOptions,
): Figure {
  if (intervals.length === 0) throw new RangeError("intervalDots has no interval to show");
  const odd = intervals.find(({ value, low, high }) => !Number.isFinite(value + low + high));
  if (odd) {
    throw new RangeError(
      `intervalDots: "${odd.name}" is ${odd.value} between ${odd.low} and ${odd.high}; give it three numbers`,
    );
  }
  const containsMark = ({ low, high }: Interval) => mark !== undefined && low <= mark && mark <= high;
  return figure(
    intervals.map((interval, place) => {
      const { value } = interval;
      const { low, high } = withinRange(interval, range);
      const color = containsMark(interval) ? palette.grey : palette.blue;
      return {
        type: "scatter",
        mode: "markers",
        x: [shown(value)],
        y: [place],
        marker: { color, size: 10 },
        error_x: {
          type: "data",
          symmetric: false,
          array: [shown(high - value)],
          arrayminus: [shown(value - low)],
          color,
          thickness: 3,
          width: 6,
        },
        hovertemplate: `${escapeHtml(interval.name)}: ${shown(value)}, from ${shown(low)} to ${shown(high)}<extra></extra>`,
      };
    }),
    {
      title: escapeHtml(title),
      subtitle: [
        "bars: 95 % interval",
        mark !== undefined &&
          `${coloredText("whole interval beyond the line", palette.blue)}, ${coloredText("no significant difference", palette.grey)}`,
      ]
        .filter(Boolean)
        .join("; "),
      x: { title: { text: escapeHtml(measure), standoff: 12 }, zeroline: false },
      y: rowAxis(intervals.map(({ name }) => escapeHtml(name))),
      layout: {
        height: 170 + 36 * intervals.length,
        hovermode: "closest",
        shapes: mark === undefined ? [] : [verticalLine(mark)],
      },
    },
  );
}

function shown(value: number): number {
  return rounded(value, { digits: 5 });
}
