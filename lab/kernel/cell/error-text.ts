import { inspect } from "node-inspect-extracted";

/** The name of a cell's code in stacks, the same as in Node's `vm`, which tslab uses. */
export const CELL_FILE = "evalmachine.<anonymous>";

/**
 * What tslab prints for something thrown: the error with its properties and its stack, of which the
 * kernel's own frames are left out.
 *
 * @param ownScript the address of the worker's script
 */
export function errorText(thrown: unknown, ownScript: string): string {
  if (!(thrown instanceof Error)) return inspect(thrown);
  for (let error: unknown = thrown; error instanceof Error; error = error.cause) {
    const stack = cleanStack(error, ownScript);
    Object.defineProperty(error, "stack", {
      value: stack,
      configurable: true,
      enumerable: false,
      writable: true,
    });
  }
  return inspect(thrown);
}

function cleanStack({ name, message, stack = "" }: Error, ownScript: string): string {
  const title = message ? `${name}: ${message}` : name;
  const lines = stack.startsWith(title) ? stack.slice(title.length).split("\n") : stack.split("\n");
  const frames = lines
    .filter((line) => line.trim() !== "" && !line.includes(ownScript))
    .map((line) => line.replace(/^(\s*at )eval \((evalmachine\.<anonymous>:\d+:\d+)\)$/, "$1$2"));
  return [title, ...frames].join("\n");
}
