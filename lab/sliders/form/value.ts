/** A value that a control can write into the code. */
export type Value = number | boolean | string | readonly string[];

/** Whether a value is of the same kind as another. */
export function isLike(value: unknown, other: Value): value is Value {
  if (!Array.isArray(other)) return typeof value === typeof other;
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
