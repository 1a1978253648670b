import { CELL_FILE } from "./error-text.js";

/** A cell as JavaScript. */
export interface CellCode {
  readonly output: string;
  readonly hasTopLevelAwait: boolean;
}

/**
 * Runs the JavaScript of a cell as tslab does: as the body of a function, so that it may declare
 * its names again, with `exports` and `require` of the global `__tslab__`.
 *
 * @param interrupted rejects when the reader stops the cell
 */
export async function runCell(
  { output, hasTopLevelAwait }: CellCode,
  interrupted: Promise<never>,
): Promise<void> {
  const start = `(${hasTopLevelAwait ? "async " : ""}function(exports, require) { `;
  const code = `${start}${output}\n})(__tslab__.exports, __tslab__.require)\n//# sourceURL=${CELL_FILE}`;
  // biome-ignore lint/security/noGlobalEval: to run what the reader writes is what a kernel is for
  const result: unknown = globalThis.eval(code);
  if (hasTopLevelAwait) await Promise.race([result, interrupted]);
}
