import type { Value } from "./value.js";

/** All values of a form in one line, for `readValues`; Infinity as text, which JSON lacks. */
export function valuesLine(values: ReadonlyMap<string, Value>): string {
  return JSON.stringify(Object.fromEntries(values), (_, value) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
}

/**
 * The values in a line of `valuesLine`, or in a link whose `values` is such a line.
 *
 * @throws Error with a sentence for any other text.
 */
export function readValues(text: string): Map<string, unknown> {
  const line = text.trim();
  const link =
    /^https?:/.test(line) && URL.canParse(line) ? new URL(line).searchParams.get("values") : undefined;
  if (link === null) throw new Error("The link has no values; copy one with Copy values.");
  let values: unknown;
  try {
    values = JSON.parse(link ?? line);
  } catch {
    values = undefined;
  }
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    throw new Error('This is no line of values; copy one with Copy values, such as {"count":10}.');
  }
  return new Map(Object.entries(values));
}
