import type { Model } from "../../models/contract/model.js";
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
} from "./measure.js";
import { modelLabels } from "./model-labels.js";

/** Settings of {@link compare}. */
export interface CompareOptions<Name extends string = string> extends MeasureOptions<Name>, TaskOptions {}

/** One model in a comparison: its label, its metrics, its seconds. */
export type ComparisonRow<Name extends string = DefaultMetric> = { readonly model: string } & Measures<Name>;

/** A row for each model, best first. */
export interface Comparison<Name extends string = DefaultMetric> extends ReadonlyArray<ComparisonRow<Name>> {
  /**
   * What a model's metric is made of, split after split, for {@link pairedBootstrap}: a value for each test user of a metric of
   * rankings; for "rmse", "mae" and "mape" the squared, absolute and percentage error of each test row.
   *
   * @param model its label in the table
   * @throws RangeError for an unknown model or metric, and for one of all lists together.
   */
  valuesOf(model: string, metric: Name): Float64Array;
}

/**
 * Fits and measures models on the same split, or splits (then a row holds means): a table, best first by the first
 * metric, with seconds. Models of one name are told apart by their settings. Reports progress after each fit.
 *
 * @throws RangeError for an unknown metric, and for errors in stars of a model that has no stars.
 * @example
 * const table = compare([new GlobalMean(), new MeanRating()], randomSplit(ratings), { metrics: ["rmse"] });
 * table.map(({ model }) => model); // ["MeanRating", "GlobalMean"]
 */
export function compare<Name extends string = DefaultMetric>(
  models: readonly Model[],
  splits: Split | readonly Split[],
  options: CompareOptions<Name> = {},
): Comparison<Name> {
  const allSplits: readonly Split[] = isList(splits) ? splits : [splits];
  const labels = modelLabels(models);
  const measured = new Map<string, readonly Measured<Name>[]>();
  const total = models.length * allSplits.length;
  let done = 0;
  reportProgress(options, { done, total });
  for (const [place, model] of models.entries()) {
    const ofModel = allSplits.map((split) => {
      const each = measure(model, split, options);
      reportProgress(options, { done: ++done, total });
      return each;
    });
    measured.set(labels[place], ofModel);
  }
  const rows = Array.from(measured, ([model, all]) => ({
    model,
    ...meanMeasures(all.map(({ measures }) => measures)),
  }));
  const table = bestFirst(rows, options.metrics?.[0] ?? "rmse");
  // Not enumerable: tables, records and JSON see the rows alone.
  Object.defineProperty(table, "valuesOf", {
    value: (model: string, metric: string) => valuesOf(measured, model, metric),
  });
  return table as unknown as Comparison<Name>;
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
    throw new RangeError(`metric "${metric}" has no values of users or rows here; ${known} have`);
  }
  return Float64Array.from(parts.flatMap((part) => [...part]));
}

function isList(splits: Split | readonly Split[]): splits is readonly Split[] {
  return Array.isArray(splits);
}
