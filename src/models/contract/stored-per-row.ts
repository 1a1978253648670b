/** The number of entries stored per row of a similarity matrix: `keep`, by default all up to 20,000 rows and 500 beyond. */
export function storedPerRow({ keep }: { readonly keep: number | undefined }, rowCount: number): number {
  return keep ?? (rowCount <= 20_000 ? Infinity : 500);
}
