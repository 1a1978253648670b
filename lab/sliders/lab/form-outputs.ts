import { FORM_MIME_TYPE } from "../../../src/notebook/hosts/form.js";
import type { Output } from "../running/error-message.js";
import type { CellModel } from "./lab-types.js";

/** Whether a cell has the output of `parameters()`. */
export function isForm({ outputs }: CellModel): boolean {
  for (let index = 0; index < outputs.length; index++)
    if (FORM_MIME_TYPE in outputs.get(index).data) return true;
  return false;
}

/**
 * Gives a cell the outputs of a new run. Only what differs is drawn, and Lab updates an output of
 * the same kind in place, so that a form keeps the focus. Where the number of outputs differs, all
 * are drawn again.
 */
export function setOutputs({ outputs }: CellModel, next: readonly Output[]): void {
  const before = outputs.toJSON();
  if (before.length !== next.length) {
    outputs.fromJSON(next);
    return;
  }
  // `setData` of an output would draw it twice, and all outputs of the cell with the first.
  next.forEach((output, index) => {
    if (contentOf(before[index]) !== contentOf(output)) outputs.set(index, output);
  });
}

/** What is seen of an output, without the metadata of its message. */
function contentOf(output: Output | undefined): string {
  return JSON.stringify({ ...output, metadata: undefined, transient: undefined });
}
