import { wellFormedText } from "../../text/well-formed-text.js";

/** A copy with U+FFFD for lone surrogates in texts at any depth; typed arrays are not copied. */
export function wellFormed<T>(value: T): T {
  return convert(value) as T;
}

function convert(value: unknown): unknown {
  if (typeof value === "string") return wellFormedText(value);
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [wellFormedText(key), convert(field)]),
  );
}
