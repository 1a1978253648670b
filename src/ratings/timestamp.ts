/** The first second of the year 0 and the last of 9999. Milliseconds since 1978 are outside. */
const FIRST_SECOND = -62_167_219_200;
const LAST_SECOND = 253_402_300_799;

/** Whether a number of seconds since 1970 is within the years 0 to 9999. */
export function isTimestamp(seconds: number): boolean {
  return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
}

/**
 * Seconds since 1970 of each number of seconds or Date; NaN for NaN and where there is none.
 *
 * @throws RangeError naming the row of milliseconds, of an invalid Date, or of anything else
 */
export function timestampColumn(timestamps: ArrayLike<number | Date | undefined>): Float64Array {
  return Float64Array.from(timestamps as ArrayLike<number | Date>, (given, row) => {
    const value = given ?? Number.NaN;
    // Not instanceof: a Date of a notebook's cell may be of another realm.
    const seconds = typeof value === "number" ? value : value.getTime?.() / 1000;
    if (isTimestamp(seconds) || Number.isNaN(value)) return seconds;
    throw new RangeError(
      `row ${row}: timestamp ${value} is neither a Date nor seconds since 1970; divide milliseconds by 1000, or take new Date(text)`,
    );
  });
}
