/** The type of the output that `parameters()` displays. */
export const FORM_MIME_TYPE = "application/vnd.reelbook.parameters+json";

export interface FormDescription {
  readonly version: 1;
  readonly values: Readonly<Record<string, unknown>>;
  readonly controls: Readonly<Record<string, ControlDescription>>;
  readonly fixed: readonly string[];
}

export type ControlDescription =
  | NumberControl
  | { readonly kind: "select"; readonly options: readonly (number | string)[] }
  | { readonly kind: "names"; readonly options: readonly string[] }
  | { readonly kind: "boolean" | "title" | "text" | "none" };

export interface NumberControl {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly least?: number;
  readonly most?: number;
  readonly orInfinity?: true;
}
