const NUMBER = /^[ \t\r]*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[ \t\r]*$/i;
/** In characters; no number needs as many. */
const LONGEST = 400;
const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * The decimal number in some bytes, NaN if there is none; "NaN", "Infinity" and the empty text are
 * not numbers. Surrounding spaces are ignored, and -0 is 0. Otherwise the result equals `Number` of
 * the same text: up to 15 digits are a whole number over a power of ten, both exact, so that their
 * quotient is rounded once.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (let position = start; position < end; position++) {
    const byte = bytes[position];
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + (byte - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (byte === 46 && decimals < 0) {
      decimals = 0;
    } else {
      return parseAnyNumber(bytes, start, end);
    }
  }
  if (digits === 0 || digits > 15) return parseAnyNumber(bytes, start, end);
  return decimals > 0 ? whole / POWERS[decimals] : whole;
}

function parseAnyNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}

/** Seconds since 1970 of an ISO 8601 date, in UTC if it has no zone; NaN if it is not a date. */
export function parseDate(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  );
  if (!match) return Number.NaN;
  const [, day, time = "00:00", zone = "Z"] = match;
  // Date.parse accepts the 30th of February as the 2nd of March.
  const isInCalendar = new Date(`${day}T00:00Z`).getUTCDate() === Number(day!.slice(8));
  return isInCalendar ? Date.parse(`${day}T${time}${zone}`) / 1000 : Number.NaN;
}
