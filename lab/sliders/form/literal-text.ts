import type { Value } from "./value.js";

const LONGEST_LINE = 80;

/** A value as TypeScript code. */
export function literalText(value: Value): string {
  if (typeof value === "number") return Object.is(value, -0) ? "0" : String(value);
  if (typeof value !== "object") return JSON.stringify(value);
  const elements = value.map((text) => JSON.stringify(text));
  const line = `[${elements.join(", ")}]`;
  return line.length <= LONGEST_LINE ? line : `[\n${elements.map((text) => `    ${text},\n`).join("")}  ]`;
}
