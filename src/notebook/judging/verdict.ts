/** What is said of an answer to an exercise. */
export interface Verdict {
  readonly right: boolean;
  /** What was noticed about the answer; without a full stop. */
  readonly said?: string;
  /**
   * Whether only the form is wrong, such as a text instead of a number: a hint would not help.
   * @default false
   */
  readonly formOnly?: boolean;
}
