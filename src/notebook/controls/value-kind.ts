/** The kinds of values that a parameter may have. */
export type ValueKind = "number" | "string" | "boolean" | "list" | "object" | "nothing" | "other";

export function valueKind(value: unknown): ValueKind {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  const type = typeof value;
  return type === "number" || type === "string" || type === "boolean" || type === "object" ? type : "other";
}

/** A value in an error: as JSON, but for Infinity and NaN. */
export function valueText(value: unknown): string {
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
