import { joinRows } from "../../../kernels/machines/join-rows.js";
import type { MachineSamples, MachineShape } from "../machine-samples.js";
import type { DatePlace, RatingDates } from "./rating-dates.js";

/** Rows of each sample, as `SampledRows` has them. */
export interface RowTable {
  ofSample(sample: number): Float32Array;
}

/** A machine with dates. */
export interface DatedMachine {
  readonly samples: MachineSamples;
  readonly dates: RatingDates;
}

/** Rows of a table, and the date of each. */
export interface RowsWithDates {
  readonly table: RowTable;
  readonly indices: Int32Array;
  readonly places: readonly DatePlace[];
}

/**
 * Rows of users or items, each together with a date: what the features of both add to scores. A
 * value without ratings, such as a day, has the mean of the prior of its feature.
 */
export class DatedRows implements RowTable {
  readonly #samples: MachineSamples;
  readonly #table: RowTable;
  readonly #indices: Int32Array;
  /** For each feature of dates the row of {@link MachineSamples.rows} of each row. */
  readonly #features: readonly Int32Array[];
  readonly #order: Int32Array;

  constructor({ samples, dates }: DatedMachine, { table, indices, places }: RowsWithDates) {
    const rows = places.map((place) => dateRows(samples.shape, dates, place));
    this.#samples = samples;
    this.#table = table;
    this.#indices = indices;
    this.#features = dates.values.map((_, feature) => Int32Array.from(rows, (row) => row[feature]));
    this.#order = indices.map((_, k) => k);
    Object.freeze(this);
  }

  /** All rows of a sample. O(rows × factors). */
  ofSample(sample: number): Float32Array {
    const width = this.#samples.shape.factors + 1;
    const drawn = this.#samples.rows(sample);
    let [rows, indices] = [this.#table.ofSample(sample), this.#indices];
    for (const feature of this.#features) {
      const joined = new Float32Array(feature.length * width);
      joinRows(rows, indices, drawn, feature, width, joined);
      [rows, indices] = [joined, this.#order];
    }
    return rows;
  }
}

/** Which rows of {@link MachineSamples.rows} the values of a date are: those of the last groups. */
export function dateRows(
  { columns, groups }: MachineShape,
  { values }: RatingDates,
  place: DatePlace,
): number[] {
  let first = 2 * groups + columns - values.reduce((sum, { length }) => sum + length, 0);
  return place.map((own, feature) => {
    const row = own < 0 ? 2 * (groups - values.length + feature) : first + own;
    first += values[feature].length;
    return row;
  });
}
