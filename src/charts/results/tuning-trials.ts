import type { TuningRecord } from "../../evaluation/tuning/tuning-record.js";
import { escapeHtml } from "../../text/escape-html.js";
import { type Figure, figure } from "../parts/figure.js";
import { coloredText } from "../parts/legend.js";
import type { Axis } from "../parts/plotly-types.js";
import { rounded } from "../parts/rounded.js";
import { palette } from "../parts/theme.js";

/** Options of {@link tuningTrials}. */
export interface TuningTrialsOptions {
  /** The title. @default the model and the number of trials */
  readonly title?: string;
  /** The setting on the horizontal axis. @default the first of the space */
  readonly setting?: string;
  /** Whether less of the metric is better, so that the lowest dot is marked. @default false */
  readonly lowerIsBetter?: boolean;
}

/**
 * The trials of a `tune` as dots: one of the settings across, the metric up. The best one is
 * orange; the text under the pointer has all settings. Trials without a score are counted in the
 * subtitle. O(trials).
 *
 * @throws RangeError for a record without a score, and for a setting that was not searched.
 * @example
 * const { record } = await tune(MeanRating, ratings, { damping: [0, 5, 50] });
 * plot(tuningTrials(record, { setting: "damping", lowerIsBetter: true }));
 */
export function tuningTrials(
  { model, metric, space, trials }: TuningRecord,
  { title, setting = Object.keys(space)[0], lowerIsBetter = false }: TuningTrialsOptions = {},
): Figure {
  if (!Object.hasOwn(space, setting)) {
    throw new RangeError(
      `setting: "${setting}" was not searched; these were: ${Object.keys(space).join(", ")}`,
    );
  }
  const drawn = trials.flatMap(({ settings, score }) =>
    typeof score === "number" && Number.isFinite(score) ? [{ settings, score }] : [],
  );
  if (drawn.length === 0)
    throw new RangeError(`tuningTrials has no score to show of ${trials.length} trials`);
  const scores = drawn.map(({ score }) => score);
  const best = scores.indexOf(scores.reduce((a, b) => (lowerIsBetter ? Math.min(a, b) : Math.max(a, b))));
  const failed = trials.length - drawn.length;
  const values = drawn.map(({ settings }) => settings[setting]);
  const areNumbers = values.every((value) => typeof value === "number" && Number.isFinite(value));
  return figure(
    [
      {
        type: "scatter",
        mode: "markers",
        x: areNumbers ? values : values.map((value) => escapeHtml(String(value))),
        y: scores.map((score) => rounded(score, { digits: 6 })),
        text: drawn.map(({ settings }) => settingsText(settings)),
        hovertemplate: "%{text}<br>%{y}<extra></extra>",
        marker: {
          size: 9,
          color: drawn.map((_, trial) => (trial === best ? palette.orange : palette.blue)),
        },
      },
    ],
    {
      title: escapeHtml(title ?? `${model}: ${trials.length} trials`),
      subtitle: [
        coloredText(`best: ${settingsText(drawn[best].settings)}`, palette.orange),
        failed > 0 && `${failed} without a score not shown`,
      ]
        .filter(Boolean)
        .join("; "),
      x: { ...scaleOf(values, areNumbers), title: { text: escapeHtml(setting), standoff: 12 } },
      y: escapeHtml(metric),
    },
  );
}

/** Logarithmic where numbers above 0 span more than a factor of 20; one place for each word. */
function scaleOf(values: readonly unknown[], areNumbers: boolean): Axis {
  if (!areNumbers) return { type: "category" };
  const numbers = values as readonly number[];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low > 0 && high > 20 * low ? { type: "log" } : {};
}

function settingsText(settings: Readonly<Record<string, unknown>>): string {
  return Object.entries(settings)
    .map(([name, value]) => escapeHtml(`${name} ${String(value)}`))
    .join(", ");
}
