/** Limits of a number: `min` and `max` are inclusive, `above` and `below` exclusive. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}

/** Whether a number is within its limits. */
export function isWithin(value: number, { min, max, above, below }: Range): boolean {
  return (
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}

/** The limits in words: " of at least 1", " from 0 to below 1"; "" without limits. */
export function rangePhrase({ min, max, above, below }: Range): string {
  const upper = max !== undefined ? ` to ${max}` : below !== undefined ? ` to below ${below}` : "";
  if (above !== undefined) return ` above ${above}${upper && `, up${upper}`}`;
  if (min === undefined) return upper && ` up${upper}`;
  return upper ? ` from ${min}${upper}` : ` of at least ${min}`;
}
