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
 * Gives a cell the outputs of a new run. Only what differs is drawn; values of the same kind are
 * updated in place, so that a form keeps the focus. Where the number of outputs differs, all are
 * drawn again.
 */
export function setOutputs({ outputs }: CellModel, next: readonly Output[]): void {
  const before = outputs.toJSON();
  if (before.length !== next.length) {
    outputs.fromJSON(next);
    return;
  }
  next.forEach((output, index) => {
    const { data } = output;
    const old = before[index];
    if (old?.output_type !== output.output_type || !data || kindsOf(old) !== kindsOf(output)) {
      if (JSON.stringify(old) !== JSON.stringify(output)) outputs.set(index, output);
    } else if (JSON.stringify(old.data) !== JSON.stringify(data)) {
      outputs.get(index).setData({ data });
    }
  });
}

function kindsOf({ data = {} }: Output): string {
  return Object.keys(data).join();
}
