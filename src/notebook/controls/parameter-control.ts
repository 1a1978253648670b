import type { FormControl } from "../hosts/form.js";

/** The control of one parameter: what the form shows, and which values are allowed. */
export interface ParameterControl {
  readonly form: FormControl;
  /** Why a value is not allowed; undefined if it is. */
  refusal(value: unknown): Refusal | undefined;
}

export interface Refusal {
  /** What is allowed, to follow "…, but it takes ". */
  readonly takes: string;
  /** What to do, where that depends on the value. */
  readonly remedy?: string;
}
