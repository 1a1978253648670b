import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { oneOf } from "../../settings/checks.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { isLowerBetter, parseMetric } from "../metrics/metric.js";
import type { Split } from "../splits/split.js";
import {
  type DefaultMetric,
  type Measured,
  type MeasureOptions,
  type Measures,
  meanMeasures,
  measure,
  OF_LISTS,
} from "./measure.js";
import { modelLabels } from "./model-labels.js";

/** Options of {@link compare}. */
export interface CompareOptions<Name extends string = string> extends MeasureOptions<Name>, TaskOptions {}

/** One model of a comparison: its label, metrics and seconds. */
export type ComparisonRow<Name extends string = DefaultMetric> = { readonly model: string } & Measures<Name>;

/** A row for each model, best first. */
export interface Comparison<Name extends string = DefaultMetric> extends ReadonlyArray<ComparisonRow<Name>> {
  /**
   * The values whose mean is a model's metric, split after split, for {@link pairedBootstrap}: for
   * a ranking metric one of each test user; for "rmse", "mae" and "mape" the squared, absolute and
   * percentage error of each test row.
   *
   * @param model its label in the table
   * @throws RangeError for an unknown model or metric, and for metrics that are no mean of such
   *   values: "fcp", "r2", "explained-variance", "log-rbp", "coverage" and "gini".
   */
  valuesOf(model: string, metric: Name): Float64Array;
}

/**
 * Fits and measures models on the same split, or on the same splits (a row then holds means): a
 * table with seconds, best first by the first metric. The labels of models with one name show their
 * settings. Reports progress after each fit. Without `metrics`, models that all predict stars are
 * measured by "rmse" and "mae"; with one that only ranks, all are by "ndcg@10" and "recall@10", for
 * which those that predict stars are fitted twice.
 *
 * @throws RangeError for an unknown metric, and for errors of a model whose scores are not stars.
 * @example
 * const models = [new GlobalMean(), new MeanRating()];
 * const table = compare(models, randomSplit(ratings), { metrics: ["rmse"] });
 * table.map(({ model }) => model); // ["MeanRating", "GlobalMean"]
 */
export function compare<Name extends string = DefaultMetric>(
  models: readonly Model[],
  splits: Split<Feedback> | readonly Split<Feedback>[],
  options: CompareOptions<Name> = {},
): Comparison<Name> {
  const allSplits: readonly Split<Feedback>[] = isList(splits) ? splits : [splits];
  const labels = modelLabels(models);
  const measured = new Map<string, readonly Measured<Name>[]>();
  let total = models.length * allSplits.length;
  let done = 0;
  const measureAll = (places: Iterable<number>, metrics: readonly Name[] | undefined) => {
    reportProgress(options, { done, total });
    for (const place of places) {
      const ofModel = allSplits.map((split) => {
        const each = measure(models[place], split, { ...options, metrics });
        reportProgress(options, { done: ++done, total });
        return each;
      });
      measured.set(labels[place], ofModel);
    }
  };
  measureAll(models.keys(), options.metrics);
  const inStars = [...models.keys()].filter((place) => isInStars(measured.get(labels[place])));
  const isMixed = options.metrics === undefined && inStars.length > 0 && inStars.length < models.length;
  if (isMixed) {
    total += inStars.length * allSplits.length;
    measureAll(inStars, OF_LISTS as readonly Name[]);
  }
  const rows = Array.from(measured, ([model, all]) => ({
    model,
    ...meanMeasures(all.map(({ measures }) => measures)),
  }));
  const isOfStars = inStars.length === models.length;
  const table = bestFirst(rows, options.metrics?.[0] ?? (isOfStars ? "rmse" : OF_LISTS[0]));
  // Not enumerable, so that tables, records and JSON contain only the rows.
  Object.defineProperty(table, "valuesOf", {
    value: (model: string, metric: string) => valuesOf(measured, model, metric),
  });
  return table as unknown as Comparison<Name>;
}

/** Whether a model was measured by its errors. */
function isInStars(measured: readonly Measured<string>[] = []): boolean {
  return measured.every(({ measures }) => "rmse" in measures);
}

function bestFirst<Row extends object>(rows: readonly Row[], metric: string): Row[] {
  const sign = isLowerBetter(parseMetric(metric)) ? 1 : -1;
  const rank = (row: Row) => {
    const value = sign * (row as Readonly<Record<string, number>>)[metric];
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  return [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

function valuesOf(
  measured: ReadonlyMap<string, readonly Measured<string>[]>,
  model: string,
  metric: string,
): Float64Array {
  const ofModel = measured.get(oneOf([...measured.keys()], { model })) ?? [];
  const parts = ofModel.map(({ values }) => values[metric]).filter((part) => part !== undefined);
  if (parts.length === 0) {
    const known = Object.keys(ofModel[0].values).join(", ");
    throw new RangeError(`metric "${metric}" has no values of users or rows here; these have: ${known}`);
  }
  return Float64Array.from(parts.flatMap((part) => [...part]));
}

function isList(splits: Split<Feedback> | readonly Split<Feedback>[]): splits is readonly Split<Feedback>[] {
  return Array.isArray(splits);
}
