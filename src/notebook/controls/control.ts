import type { Setting } from "../../settings/setting.js";

/**
 * How a reader changes a parameter of a notebook. A number gets a slider, true or false a checkbox,
 * a text a field. All fields are optional.
 */
export interface Control {
  /** Left end of the slider. @default `least`, otherwise by the value */
  readonly min?: number;
  /** Right end of the slider. @default `most` if it is near the value, otherwise by the value */
  readonly max?: number;
  /** Step of the slider. @default 1 for whole numbers, otherwise a power of 10 */
  readonly step?: number;
  /** The least value that the parameter may have. @default that of `setting` */
  readonly least?: number;
  /** The most that the parameter may have. @default that of `setting` */
  readonly most?: number;
  /**
   * The values to choose from: one of them for a text or a number, several for a list of texts.
   * They are also the type of the parameter. @default those of `setting`
   */
  readonly options?: readonly (number | string)[];
  /** Whether the parameter may also have values that are none of `options`. @default false */
  readonly others?: boolean;
  /** Whether the text is the title of a movie, which the field completes. @default false */
  readonly titles?: boolean;
  /** A setting of a model, such as `UserKnn.settings.fields.neighbors`, whose limits hold here. */
  readonly setting?: Setting<unknown>;
}

/**
 * What controls `C` must be: one of an unknown parameter, and an unknown field of a control, is a
 * type error that says so.
 */
export type KnownControls<T, C> = {
  readonly [Name in keyof C]: Name extends keyof T
    ? Control & { readonly [Field in Exclude<keyof C[Name], keyof Control>]: NoSuch<"field", Field> }
    : NoSuch<"parameter", Name>;
};

type NoSuch<What extends string, Name> = `there is no ${What} ${Name & string}`;

/** The types of the parameters: those of the defaults, narrowed to their controls' options. */
export type ParameterValues<T, C> = {
  [Name in keyof T]: Name extends keyof C ? ParameterValue<T[Name], C[Name]> : T[Name];
};

type ParameterValue<Default, C> = C extends { readonly others: true }
  ? Default
  : C extends { readonly options: readonly (infer Option)[] }
    ? Chosen<Default, Option>
    : C extends { readonly setting: Setting<infer Value> }
      ? Chosen<Default, Value>
      : Default;

/** A list of the options for a list; otherwise one of the options that have the default's type. */
type Chosen<Default, Option> = Default extends readonly unknown[]
  ? Extract<Option, string>[]
  : Extract<Option, Default>;
