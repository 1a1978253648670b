/** The error for a control that makes no sense. */
export function controlError(name: string, reason: string): RangeError {
  return new RangeError(`the control of "${name}" ${reason}`);
}
