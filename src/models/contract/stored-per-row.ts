/**
 * The number of similarities stored per row: `keep`; by default all for up to 20,000 rows, and 500
 * for more.
 */
export function storedPerRow({ keep }: { readonly keep: number | undefined }, rowCount: number): number {
  return keep ?? (rowCount <= 20_000 ? Infinity : 500);
}
