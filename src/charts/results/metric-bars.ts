import { escapeHtml } from "../../text/escape-html.js";
import { rowAxis } from "../parts/axes.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import { verticalLine } from "../parts/lines.js";
import { EVERYTHING, withinRange } from "../parts/possible-range.js";
import { rounded } from "../parts/rounded.js";
import { ink, palette } from "../parts/theme.js";

/** One bar of {@link metricBars}. */
export interface MetricBar {
  readonly name: string;
  /** NaN for none: it gets no bar, and the subtitle counts it. */
  readonly value: number;
  /** The bounds of its confidence interval, in the unit of the value. @default none */
  readonly low?: number;
  readonly high?: number;
}

/** Options of {@link metricBars}. */
export interface MetricBarsOptions {
  /** The title. */
  readonly title: string;
  /** What the bars measure, with its unit. */
  readonly metric: string;
  /** The name of the bar that all others are compared with. @default none */
  readonly reference?: string;
  /** Whether less is better, as for errors. @default false */
  readonly lowerIsBetter?: boolean;
  /** The least and the most that the metric can be; no whisker goes beyond. @default no limits */
  readonly range?: readonly [least: number, most: number];
}

/** The colours of bars compared with the reference. */
const verdicts = {
  better: palette.blue,
  worse: palette.orange,
  "no significant difference": palette.grey,
} as const;

/**
 * One number for each of several models, as bars in the given order, with whiskers for confidence
 * intervals. A dashed line is at the value of the `reference`. A bar is blue (better) or orange
 * (worse) if its interval does not contain that value, and grey if it does or if it has none.
 *
 * @throws RangeError if no bar has a value, or none has the name of the reference.
 * @example
 * const bars = [
 *   { name: "most votes", value: 0.16 },
 *   { name: "similar items", value: 0.22, low: 0.21, high: 0.23 },
 * ];
 * plot(metricBars(bars, { title: "Top lists", metric: "NDCG@10", reference: "most votes" }));
 */
export function metricBars(
  bars: readonly MetricBar[],
  { title, metric, reference, lowerIsBetter = false, range = EVERYTHING }: MetricBarsOptions,
): Figure {
  const drawn = bars.filter(({ value }) => !Number.isNaN(value)).map((bar) => withinRange(bar, range));
  if (drawn.length === 0) throw new RangeError("metricBars has no bar with a value to show");
  const mark = drawn.find(({ name }) => name === reference);
  if (reference !== undefined && !mark) {
    throw new RangeError(
      `metricBars has no bar "${reference}" with a value; there are ${drawn.map(({ name }) => name).join(", ")}`,
    );
  }
  const colors = drawn.map((bar) => colorOf(bar, mark, lowerIsBetter));
  const whiskers = drawn.some(({ low, high }) => low !== undefined && high !== undefined);
  return figure(
    [
      {
        type: "bar",
        orientation: "h",
        x: drawn.map(({ value }) => shown(value)),
        y: drawn.map((_, place) => place),
        customdata: drawn.map(hoverText),
        hovertemplate: "%{customdata}<extra></extra>",
        marker: { color: colors },
        ...(whiskers ? { error_x: errorBars(drawn) } : {}),
      },
    ],
    {
      title: escapeHtml(title),
      subtitle: subtitleOf({ bars, drawn, mark, whiskers }),
      x: { title: { text: escapeHtml(metric), standoff: 12 }, rangemode: "tozero" },
      y: {
        ...rowAxis(drawn.map(({ name, value }) => `${escapeHtml(name)}: ${value.toFixed(3)}`)),
        showgrid: false,
      },
      layout: { height: 170 + 32 * drawn.length, shapes: mark ? [verticalLine(mark.value)] : [] },
    },
  );
}

function colorOf(bar: MetricBar, mark: MetricBar | undefined, lowerIsBetter: boolean): string {
  if (!mark) return palette.blue;
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = bar;
  if (bar === mark || (low <= mark.value && mark.value <= high)) return verdicts["no significant difference"];
  return low > mark.value !== lowerIsBetter ? verdicts.better : verdicts.worse;
}

function subtitleOf({
  bars,
  drawn,
  mark,
  whiskers,
}: {
  bars: readonly MetricBar[];
  drawn: readonly MetricBar[];
  mark: MetricBar | undefined;
  whiskers: boolean;
}): string {
  const legend = Object.entries(verdicts).map(([verdict, color]) => coloredText(verdict, color));
  const left = bars.length - drawn.length;
  return [
    mark && `dashed: ${escapeHtml(mark.name)}; ${legend.join(", ")}`,
    whiskers && "whiskers: 95 % interval",
    left > 0 && `${left} without a value left out`,
  ]
    .filter(Boolean)
    .join("; ");
}

function errorBars(bars: readonly MetricBar[]): Record<string, unknown> {
  return {
    type: "data",
    symmetric: false,
    array: bars.map(({ value, high = value }) => shown(high - value)),
    arrayminus: bars.map(({ value, low = value }) => shown(value - low)),
    color: ink,
    thickness: 1.5,
    width: 4,
  };
}

function hoverText({ name, value, low, high }: MetricBar): string {
  const interval =
    low === undefined || high === undefined ? "" : `, from ${low.toFixed(4)} to ${high.toFixed(4)}`;
  return `${escapeHtml(name)}: ${value.toFixed(4)}${interval}`;
}

function shown(value: number): number {
  return rounded(value, { decimals: 5 });
}
