/**
 * Whether several whole numbers look like years, which are written without separators: all are from
 * 1850 to 2050. O(values).
 *
 * @example
 * areYears([1995, 2003]); // true
 */
export function areYears(values: readonly number[]): boolean {
  return (
    values.length > 1 && values.every((value) => Number.isInteger(value) && value >= 1850 && value <= 2050)
  );
}
