/**
 * A number with at most six significant digits and thousands separators; a text as it is.
 *
 * @example
 * valueText(100836); // "100,836"
 */
export function valueText(value: number | string): string {
  return typeof value === "string" ? value : value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
