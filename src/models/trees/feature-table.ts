/**
 * Rows of numbers with the same features: what {@link BoostedTrees} learns from. NaN where a
 * feature is unknown; ±Infinity compares as usual.
 *
 * @example
 * FeatureTable.from([[3.5, 120], [4, Number.NaN]], ["mean", "count"]).count; // 2
 */
export class FeatureTable {
  /** Row after row. */
  readonly values: Float64Array | Float32Array;
  /** Names of the features, in the order of a row's numbers. */
  readonly names: readonly string[];
  /** Features of a row. */
  readonly width: number;
  /** Number of rows. */
  readonly count: number;

  /**
   * @param table `values` row after row, shared and not copied, and the `names` of the features
   * @throws RangeError where the number of values is not a multiple of the number of names, or a
   *   name is repeated.
   */
  constructor({ values, names }: { values: Float64Array | Float32Array; names: readonly string[] }) {
    const repeated = names.find((name, place) => names.indexOf(name) !== place);
    if (repeated !== undefined)
      throw new RangeError(`names: "${repeated}" is repeated; give each feature its own name`);
    this.values = values;
    this.names = Object.freeze([...names]);
    this.width = names.length;
    this.count = names.length > 0 ? values.length / names.length : 0;
    if (!Number.isInteger(this.count) || (names.length === 0 && values.length > 0)) {
      throw new RangeError(
        `values: ${values.length} numbers do not divide into rows of ${names.length} features; pad with NaN`,
      );
    }
    Object.freeze(this);
  }

  /**
   * A table of copied rows. Without names the features are called "feature 1", "feature 2" and so
   * on. O(rows × features).
   *
   * @throws RangeError where the rows differ in length.
   */
  static from(rows: readonly ArrayLike<number>[], names?: readonly string[]): FeatureTable {
    const width = names?.length ?? rows[0]?.length ?? 0;
    const values = new Float64Array(rows.length * width);
    for (const [row, numbers] of rows.entries()) {
      if (numbers.length !== width) {
        throw new RangeError(
          `row ${row} has ${numbers.length} features instead of ${width}; give NaN for an unknown one`,
        );
      }
      values.set(numbers, row * width);
    }
    return new FeatureTable({ values, names: names ?? numberedNames(width) });
  }

  /**
   * A copy with more features after the others: `features.with({ age: ages })`. O(rows × features).
   *
   * @throws RangeError where a column does not have one number per row, or a name exists already.
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
   * A copy with only these features, in this order. O(rows × names).
   *
   * @throws RangeError for an unknown name.
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

  /** The features of a row, shared and not copied. */
  row(row: number): Float64Array | Float32Array {
    return this.values.subarray(row * this.names.length, (row + 1) * this.names.length);
  }

  /** One feature of all rows, copied; a RangeError for an unknown name. O(rows). */
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
