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
 * Gives a cell the outputs of a new run. Outputs of the same kind are updated in place, so that a
 * form keeps the focus; only where their number or kinds differ, all are drawn again.
 */
export function setOutputs({ outputs }: CellModel, next: readonly Output[]): void {
  const before = outputs.toJSON();
  const fits = before.length === next.length && before.every((output, index) => isLike(output, next[index]));
  if (!fits) {
    outputs.fromJSON(next);
    return;
  }
  next.forEach((output, index) => {
    if (JSON.stringify(output) === JSON.stringify(before[index])) return;
    if (output.data) outputs.get(index).setData({ data: output.data });
  });
}

/** Whether an output can be updated to another. */
function isLike(before: Output, next: Output | undefined): boolean {
  if (!next || before.output_type !== next.output_type) return false;
  if (!next.data) return JSON.stringify(before) === JSON.stringify(next);
  return Object.keys(before.data ?? {}).join() === Object.keys(next.data).join();
}
