/** A number, right if it is rounded correctly. */
export interface NumberAnswer {
  readonly kind: "number";
  readonly answer: number;
  /**
   * The fewest significant digits.
   * @default 3; all of a whole number
   */
  readonly digits?: number;
  /** Whether the answer is a percentage. @default false */
  readonly percent?: boolean;
}

/** The title of a movie. */
export interface TitleAnswer {
  readonly kind: "title";
  readonly answer: string;
}

/** Numbers or titles. */
export interface ListAnswer {
  readonly kind: "list";
  readonly answer: readonly (number | string)[];
  /** Whether their order matters. @default false */
  readonly ordered?: boolean;
}

/** One of several texts. */
export interface ChoiceAnswer {
  readonly kind: "choice";
  readonly options: readonly string[];
  readonly answer: string;
}

/** Any number of a range, for answers that depend on random numbers or on the method. */
export interface RangeAnswer {
  readonly kind: "range";
  readonly answer: { readonly least: number; readonly most: number };
}

/** A function that gives a known value for each of several lists of arguments. */
export interface FunctionAnswer {
  readonly kind: "function";
  readonly answer: readonly FunctionCase[];
  /** The significant digits of numbers that are compared. @default 6 */
  readonly digits?: number;
}

export interface FunctionCase {
  readonly given: readonly unknown[];
  readonly gives: unknown;
}

/** The right answer of an exercise, and how it is compared. */
export type Answer = NumberAnswer | TitleAnswer | ListAnswer | ChoiceAnswer | RangeAnswer | FunctionAnswer;
