import { plainValue } from "../tables/plain-value.js";
import type { FunctionAnswer, FunctionCase } from "./answer.js";
import { isRounded } from "./is-rounded.js";
import { isUntouched } from "./is-untouched.js";
import { shownValue } from "./shown-value.js";
import type { Verdict } from "./verdict.js";

/**
 * Judges a function by calling it with copies of stored arguments. Says for which it differs, what
 * it gave and what is right; numbers count as equal to `digits` significant digits.
 */
export function judgeFunction(given: unknown, { answer, digits = 6 }: FunctionAnswer): Verdict {
  if (typeof given !== "function") {
    return {
      right: false,
      said: "the answer is a function; give its name, without brackets",
      formOnly: true,
    };
  }
  for (const each of answer) {
    const fault = faultOf(given as (...values: unknown[]) => unknown, each, digits);
    if (fault) return { right: false, said: `for (${each.given.map(shownValue).join(", ")}) ${fault}` };
  }
  return { right: true };
}

/** Whether a function does nothing yet: it gives no answer for its first arguments. */
export function isUntouchedFunction(given: unknown, { answer }: FunctionAnswer): boolean {
  if (typeof given !== "function") return false;
  try {
    return isUntouched(given(...structuredClone(answer[0]?.given ?? [])));
  } catch {
    return false;
  }
}

function faultOf(
  given: (...values: unknown[]) => unknown,
  { given: values, gives }: FunctionCase,
  digits: number,
): string | undefined {
  let result: unknown;
  try {
    result = given(...structuredClone(values));
  } catch (error) {
    return `it throws: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (result instanceof Promise) return "it gives a promise; write it without async";
  try {
    const plain = plainValue(withoutMatrices(result), "its result");
    return isEqual(plain, gives, digits)
      ? undefined
      : `it gives ${shownValue(plain)}, not ${shownValue(gives)}`;
  } catch (error) {
    return `it gives no number, text or list of them: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Matrices of ml-matrix as lists of rows, also inside lists and objects. */
function withoutMatrices(value: unknown): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withoutMatrices);
  if ("to2DArray" in value && typeof value.to2DArray === "function") return value.to2DArray();
  const isPlain = value instanceof Map || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, field]) => [key, withoutMatrices(field)]));
}

/** Compares values of JSON; numbers to so many digits. */
function isEqual(given: unknown, truth: unknown, digits: number): boolean {
  if (typeof given === "number" && typeof truth === "number") {
    return given === truth || isRounded(given, truth, digits);
  }
  if (typeof given !== "object" || typeof truth !== "object" || !given || !truth) return given === truth;
  if (Array.isArray(given) !== Array.isArray(truth)) return false;
  const [own, wanted] = [new Map(Object.entries(given)), new Map(Object.entries(truth))];
  return (
    own.size === wanted.size &&
    [...wanted].every(([key, value]) => own.has(key) && isEqual(own.get(key), value, digits))
  );
}
