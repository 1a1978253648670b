import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredNames, seriesColor } from "../parts/legend.js";
import type { Axis, Trace } from "../parts/plotly-types.js";
import { roundedOrNull } from "../parts/rounded.js";
import { theme } from "../parts/theme.js";

/** The metric of one panel of {@link metricsBySetting}. */
export interface PanelMetric {
  /** With its unit. */
  readonly name: string;
  /** Whether less is better, as for errors. @default false */
  readonly lowerIsBetter?: boolean;
}

/** The metrics of one model for several values of a setting. */
export interface SettingLine {
  readonly name: string;
  /** In the order of the setting; `values` has one for each metric, NaN for none. */
  readonly points: readonly { readonly at: number | string; readonly values: readonly number[] }[];
}

/** Options of {@link metricsBySetting}. */
export interface MetricsBySettingOptions {
  readonly title: string;
  /** What changes from left to right, with its unit. */
  readonly setting: string;
  /** One panel for each, from top to bottom. */
  readonly metrics: readonly PanelMetric[];
  readonly lines: readonly SettingLine[];
  /** Whether a ring marks the best value of each line. @default true */
  readonly markBest?: boolean;
}

const panelHeight = 190;
/** Between two panels, as a share of the height of a panel. */
const spacing = 0.25;

/**
 * How several metrics depend on one setting: a panel for each metric, one above the other, and in
 * each a line for each model. A ring marks the best value of a line unless `markBest` is false. The
 * values of the setting are at equal steps, in the given order.
 *
 * @throws RangeError for no metric, no line, or a point without one value for each metric.
 * @example
 * const points = [{ at: 10, values: [0.9, 0.02] }, { at: 20, values: [0.88, 0.01] }];
 * metricsBySetting({
 *   title: "How many neighbours?",
 *   setting: "neighbors",
 *   metrics: [{ name: "RMSE in stars", lowerIsBetter: true }, { name: "P@10" }],
 *   lines: [{ name: "UserKnn", points }],
 * });
 */
export function metricsBySetting({
  title,
  setting,
  metrics,
  lines,
  markBest = true,
}: MetricsBySettingOptions): Figure {
  const points = lines.flatMap((line) => line.points);
  if (metrics.length === 0 || points.length === 0) {
    throw new RangeError("metricsBySetting has nothing to show; give it a metric and a line with points");
  }
  const odd = points.find(({ values }) => values.length !== metrics.length);
  if (odd) {
    throw new RangeError(
      `metricsBySetting has ${odd.values.length} values at ${odd.at}; give one for each of the ${metrics.length} metrics`,
    );
  }
  const legend = coloredNames(lines.map(({ name }) => name));
  const axes = metrics.map(({ name }, panel) => panelAxis(name, panel, metrics.length));
  return figure(
    metrics.flatMap((metric, panel) => {
      return lines.map((line, place) =>
        traceOf(line, metric, { panel, color: seriesColor(place), markBest }),
      );
    }),
    {
      title: escapeHtml(title),
      subtitle: [legend.join(", "), ...(markBest ? ["ring: the best of its line"] : [])].join("; "),
      x: {
        type: "category",
        categoryorder: "array",
        categoryarray: [...new Set(points.map(({ at }) => escapeHtml(String(at))))],
        title: { text: escapeHtml(setting), standoff: 12 },
        anchor: axisName(metrics.length - 1),
      },
      y: axes[0],
      layout: {
        height: 150 + panelHeight * metrics.length,
        ...Object.fromEntries(axes.slice(1).map((axis, place) => [`yaxis${place + 2}`, axis])),
      },
    },
  );
}

function axisName(panel: number): "y" | "y2" {
  return (panel === 0 ? "y" : `y${panel + 1}`) as "y" | "y2";
}

/** The first panel is on top. */
function panelAxis(name: string, panel: number, panels: number): Axis {
  const height = 1 / (panels + spacing * (panels - 1));
  const top = 1 - panel * (1 + spacing) * height;
  return {
    ...structuredClone(theme.yaxis),
    title: { text: escapeHtml(name), standoff: 12 },
    domain: [Math.max(0, top - height), top],
    zeroline: false,
  };
}

function traceOf(
  { name, points }: SettingLine,
  metric: PanelMetric,
  { panel, color, markBest }: { panel: number; color: string; markBest: boolean },
): Trace {
  const values = points.map((point) => point.values[panel]);
  const best = markBest ? bestOf(values, metric.lowerIsBetter ?? false) : -1;
  const isBest = values.map((_, index) => index === best);
  return {
    type: "scatter",
    mode: "lines+markers",
    x: points.map(({ at }) => escapeHtml(String(at))),
    y: values.map((value) => roundedOrNull(value, { digits: 5 })),
    yaxis: axisName(panel),
    name: escapeHtml(name),
    hovertemplate: "%{fullData.name}, %{x}: %{y}<extra></extra>",
    line: { color, width: 2.5 },
    marker: {
      color: isBest.map((ring) => (ring ? "#FFFFFF" : color)),
      size: isBest.map((ring) => (ring ? 12 : 7)),
      line: { color, width: 2.5 },
    },
  };
}

/** The index of the best value; -1 if all are NaN. */
function bestOf(values: readonly number[], lowerIsBetter: boolean): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return values.indexOf(lowerIsBetter ? Math.min(...known) : Math.max(...known));
}
