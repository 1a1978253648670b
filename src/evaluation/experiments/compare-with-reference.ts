import { oneOf, shareBetween0And1 } from "../../settings/checks.js";
import { adjustedPValues, type Correction } from "./adjusted-p-values.js";
import type { Comparison } from "./compare.js";
import {
  type DifferenceInterval,
  type PairedBootstrapOptions,
  pairedBootstraps,
} from "./paired-bootstrap.js";
import { pairedRandomization } from "./paired-randomization.js";

/** Options of {@link compareWithReference}. */
export interface CompareWithReferenceOptions<Name extends string = string> extends PairedBootstrapOptions {
  /** The metric to compare, one that has a value for each user or row. */
  readonly metric: Name;
  /** The label of the model that the others are compared with. @default the first row */
  readonly reference?: string | undefined;
  /** How p-values allow for the number of models. @default "holm" */
  readonly correction?: Correction | undefined;
}

/** One model against the reference. */
export interface ReferenceDifference extends DifferenceInterval {
  readonly model: string;
  /** Of this difference alone. */
  readonly pValue: number;
  /** The p-value that allows for the number of models. */
  readonly adjusted: number;
  /** Whether `adjusted` is at most 1 − confidence. */
  readonly isSignificant: boolean;
}

/**
 * Which models of a comparison differ from one of them? Each difference has its interval
 * ({@link pairedBootstrap}) and its p-value ({@link pairedRandomization}), which is corrected for
 * the number of models: of twenty models that are as good as the reference, one has a p-value below
 * 5 % on average. For "rmse" pass `transform: Math.sqrt`; the p-values are of the mean squared
 * errors then. O(models × samples × pairs).
 *
 * @returns a row for each other model, in the order of the table
 * @throws RangeError for an unknown model, metric or correction, and as {@link pairedBootstrap}.
 * @example
 * const models = [new Popularity(), new MeanRating(), new NormalRandom()];
 * const table = compare(models, leaveOut(ratings), { metrics: ["ndcg@10"] });
 * const options = { reference: "NormalRandom", samples: 500 };
 * const [row] = compareWithReference(table, { metric: "ndcg@10", ...options });
 * [row.model, row.isSignificant]; // ["Popularity", true]
 */
export function compareWithReference<Name extends string>(
  table: Comparison<Name>,
  { metric, reference = table[0]?.model, correction = "holm", ...options }: CompareWithReferenceOptions<Name>,
): ReferenceDifference[] {
  const labels = table.map(({ model }) => model);
  oneOf(["holm", "benjamini-hochberg", "none"], { correction });
  const level = 1 - shareBetween0And1({ confidence: options.confidence ?? 0.95 });
  const values = table.valuesOf(oneOf(labels, { reference: reference ?? "" }), metric);
  const others = labels.filter((model) => model !== reference);
  const pairs = others.map((model) => [table.valuesOf(model, metric), values] as const);
  const intervals = pairedBootstraps(pairs, options);
  const rows = others.map((model, place) => {
    const pValue = pairedRandomization(...pairs[place], options);
    return { model, ...intervals[place], pValue };
  });
  const adjusted = adjustedPValues(
    rows.map(({ pValue }) => pValue),
    correction,
  );
  return rows.map((row, place) => ({
    ...row,
    adjusted: adjusted[place],
    isSignificant: adjusted[place] <= level,
  }));
}
