const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * The number that bytes spell in decimal, NaN where they spell none: "NaN", "Infinity" and the empty
 * text are none. Spaces around it are passed over. Exactly what `Number` makes of the same text: up to 15
 * digits are a whole number over a power of ten, both exact, so that their quotient is rounded once.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (let position = start; position < end; position++) {
    const byte = bytes[position]!;
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
  return decimals > 0 ? whole / POWERS[decimals]! : whole;
}

function parseAnyNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 400))).trim();
  return NUMBER.test(text) ? finite(Number(text)) : Number.NaN;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Seconds since 1970 of a date as ISO 8601 writes it, UTC where no zone is given; NaN where it is none. */
export function parseDate(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  );
  if (!match) return Number.NaN;
  const [, day, time = "00:00", zone = "Z"] = match;
  return Date.parse(`${day}T${time}${zone}`) / 1000;
}
