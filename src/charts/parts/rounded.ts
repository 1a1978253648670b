/** How exactly a figure holds a number: `decimals` after the point, or `digits` in all. */
export type Precision = { readonly decimals: number } | { readonly digits: number };

/**
 * A number with the precision that a figure can show, which keeps its JSON small. Never -0, which
 * JSON cannot hold.
 *
 * @example
 * rounded(2 / 3, { decimals: 2 }); // 0.67
 * rounded(1234.5678, { digits: 5 }); // 1234.6
 */
export function rounded(value: number, precision: Precision): number {
  const text =
    "decimals" in precision ? value.toFixed(precision.decimals) : value.toPrecision(precision.digits);
  return Number(text) + 0;
}

/** The same, but null unless finite: there plotly breaks a line and leaves a cell empty. */
export function roundedOrNull(value: number, precision: Precision): number | null {
  return Number.isFinite(value) ? rounded(value, precision) : null;
}
