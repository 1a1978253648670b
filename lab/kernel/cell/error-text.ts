import { type InspectOptions, inspect } from "node-inspect-extracted";
import { shortError } from "../../../scripts/lib/short-error.mjs";

/** The name of a cell's code in stacks, the same as in Node's `vm`, which tslab uses. */
export const CELL_FILE = "evalmachine.<anonymous>";

/** The call of `eval` in Chromium's stacks. */
const EVAL_FRAME = /^\s*at eval \(<anonymous>\)$/;

/**
 * What the course's kernel prints for something thrown: the sentence of an error first, with its
 * properties, and of its stack the named functions of cells and modules.
 *
 * @param ownScript the address of the worker's script, whose frames are left out
 */
export function errorText(thrown: unknown, ownScript: string, options: InspectOptions = {}): string {
  if (!(thrown instanceof Error)) return inspect(thrown, options);
  for (let error: unknown = thrown; error instanceof Error; error = error.cause) {
    const value = cleanStack(error, ownScript);
    Object.defineProperty(error, "stack", { value, configurable: true, enumerable: false, writable: true });
  }
  return shortError(inspect(thrown, { ...options, customInspect: false }));
}

/** Lets `console` print errors as {@link errorText} does. */
export function printErrorsShort(ownScript: string): void {
  Object.defineProperty(Error.prototype, inspect.custom, {
    value(this: Error, _depth: number, options: InspectOptions) {
      return errorText(this, ownScript, options);
    },
    configurable: true,
    writable: true,
  });
}

function cleanStack({ name, message, stack = "" }: Error, ownScript: string): string {
  const title = message ? `${name}: ${message}` : name;
  const lines = stack.startsWith(title) ? stack.slice(title.length).split("\n") : stack.split("\n");
  const frames = lines
    .filter((line) => line.trim() !== "" && !line.includes(ownScript) && !EVAL_FRAME.test(line))
    .map((line) => line.replace(/^(\s*at )eval \((evalmachine\.<anonymous>:\d+:\d+)\)$/, "$1$2"));
  return [title, ...frames].join("\n");
}
