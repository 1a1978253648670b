/**
 * Rows of numbers with the same features: what {@link BoostedTrees} learns from. NaN where a feature is not known; ±Infinity counts as beyond
 * every number.
 *
 * @example
 * FeatureTable.from([[3.5, 120], [4, Number.NaN]], ["mean", "count"]).count; // 2
 */
export class FeatureTable {
  /** Row after row. */
  readonly values: Float64Array | Float32Array;
  /** Of the features, in the order of a row's numbers. */
  readonly names: readonly string[];
  /** How many rows there are. */
  readonly count: number;

  /**
   * @param columns `values` row after row, and the `names` of the features
   * @throws RangeError where the values are no whole rows, or a name repeats.
   */
  constructor({ values, names }: { values: Float64Array | Float32Array; names: readonly string[] }) {
    const repeated = names.find((name, place) => names.indexOf(name) !== place);
    if (repeated !== undefined)
      throw new RangeError(`names: "${repeated}" is there twice; give each feature its own`);
    this.values = values;
    this.names = Object.freeze([...names]);
    this.count = names.length > 0 ? values.length / names.length : 0;
    if (!Number.isInteger(this.count) || (names.length === 0 && values.length > 0)) {
      throw new RangeError(`values: ${values.length} numbers are no whole rows of ${names.length} features`);
    }
    Object.freeze(this);
  }

  /**
   * A table of rows, copied. Without names the features are "feature 1", "feature 2", and so on. O(rows × features).
   *
   * @throws RangeError where the rows differ in length.
   */
  static from(rows: readonly ArrayLike<number>[], names?: readonly string[]): FeatureTable {
    const width = names?.length ?? rows[0]?.length ?? 0;
    const values = new Float64Array(rows.length * width);
    for (const [row, numbers] of rows.entries()) {
      if (numbers.length !== width) {
        throw new RangeError(
          `row ${row} has ${numbers.length} features instead of ${width}; give NaN for what is not known`,
        );
      }
      values.set(numbers, row * width);
    }
    return new FeatureTable({ values, names: names ?? numberedNames(width) });
  }

  /**
   * The same rows with more features after the others, copied: `features.with({ age: ages })`. O(rows × features).
   *
   * @throws RangeError where a column has not one number for each row, or a name is there already.
   */
  with(columns: Readonly<Record<string, ArrayLike<number>>>): FeatureTable {
    const names = [...this.names, ...Object.keys(columns)];
    const values = new Float64Array(this.count * names.length);
    for (let row = 0; row < this.count; row++) values.set(this.row(row), row * names.length);
    for (const [k, [name, column]] of Object.entries(columns).entries()) {
      if (column.length !== this.count) {
        throw new RangeError(`${name}: there are ${column.length} for ${this.count} rows; give one for each`);
      }
      const place = this.names.length + k;
      for (let row = 0; row < this.count; row++) values[row * names.length + place] = column[row];
    }
    return new FeatureTable({ values, names });
  }

  /**
   * The same rows with these features alone, in this order, copied. O(rows × names).
   *
   * @throws RangeError for a name that no feature has.
   */
  select(names: readonly string[]): FeatureTable {
    const places = names.map((name) => this.#placeOf(name));
    const values = new Float64Array(this.count * names.length);
    for (let row = 0; row < this.count; row++) {
      for (const [k, place] of places.entries()) {
        values[row * names.length + k] = this.values[row * this.names.length + place];
      }
    }
    return new FeatureTable({ values, names });
  }

  /** The numbers of a row, shared and not copied. */
  row(row: number): Float64Array | Float32Array {
    return this.values.subarray(row * this.names.length, (row + 1) * this.names.length);
  }

  /** The numbers of one feature, row by row; a RangeError for a name that none has. O(rows). */
  column(name: string): Float64Array {
    const place = this.#placeOf(name);
    const { length } = this.names;
    return Float64Array.from({ length: this.count }, (_, row) => this.values[row * length + place]);
  }

  #placeOf(name: string): number {
    const place = this.names.indexOf(name);
    if (place >= 0) return place;
    throw new RangeError(`there is no feature "${name}"; there are ${this.names.join(", ")}`);
  }
}

function numberedNames(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `feature ${place + 1}`);
}
