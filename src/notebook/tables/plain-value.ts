/** A value that JSON can represent. */
export type PlainValue = null | boolean | number | string | PlainValue[] | { [key: string]: PlainValue };

/**
 * The value as JSON represents it: typed arrays and sets as lists, maps as objects, dates as ISO
 * text, NaN as null, without undefined fields.
 *
 * @throws TypeError with the path, for values that JSON would lose: functions, symbols, bigints,
 *   infinities, class instances, cycles.
 * @example
 * plainValue({ means: Float64Array.of(3.5, NaN) }); // { means: [3.5, null] }
 */
export function plainValue(value: unknown, where = "value"): PlainValue {
  return convert(value, where, []);
}

function convert(value: unknown, where: string, within: readonly object[]): PlainValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") {
    if (Number.isNaN(value)) return null;
    if (Number.isFinite(value)) return value;
  }
  if (typeof value !== "object" || value === null) throw notPlain(where, String(value));
  if (within.includes(value)) throw notPlain(where, "an object that contains itself");

  const inside = [...within, value];
  if (value instanceof Date) return convert(value.toISOString(), where, inside);
  if (value instanceof Map) return convert(Object.fromEntries(value), where, inside);
  if (Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Set) {
    return Array.from(value as Iterable<unknown>, (element, position) =>
      convert(element === undefined ? null : element, `${where}[${position}]`, inside),
    );
  }
  if (![null, Object.prototype].includes(Object.getPrototypeOf(value))) {
    throw notPlain(where, `a ${value.constructor.name}`);
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, convert(field, `${where}.${key}`, inside)]),
  );
}

function notPlain(where: string, what: string): TypeError {
  return new TypeError(
    `${where} is ${what}, which JSON cannot represent; use numbers, texts, true or false, lists and plain objects of them`,
  );
}
