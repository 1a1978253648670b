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
}

function numberedNames(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `feature ${place + 1}`);
}
