/** The MIME type of a form. The extension `lab/sliders` draws it; without it nothing is shown. */
export const FORM_MIME_TYPE = "application/vnd.reelbook.parameters+json";

/**
 * The form under a cell that calls `parameters`: one control for each parameter, in their order.
 */
export interface Form {
  readonly version: 1;
  /** The values by name, as JSON; Infinity and NaN as texts. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly controls: Readonly<Record<string, FormControl>>;
  /** Names of the parameters that were set from outside, which the code cannot change. */
  readonly fixed: readonly string[];
}

/** How a parameter is changed; "none" for a value that only the code can change. */
export type FormControl =
  | SliderControl
  | { readonly kind: "select"; readonly options: readonly (number | string)[] }
  | { readonly kind: "names"; readonly options: readonly string[] }
  | { readonly kind: "boolean" | "title" | "text" | "none" };

/** A slider from `min` to `max`; a number beyond them is allowed between `least` and `most`. */
export interface SliderControl {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly least?: number;
  readonly most?: number;
  /** Whether Infinity is allowed, too. */
  readonly orInfinity?: true;
}
