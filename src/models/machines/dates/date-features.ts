const DAY = 86_400;
const HOUR = 3600;

/** A feature of a date: a category, with a column for each of its values that a rating has. */
export interface DateFeature {
  readonly name: string;
  /** The value at a time, given the time of the user's first rating; NaN where one is unknown. */
  valueAt(timestamp: number, first: number): number;
  /** The text of a value. */
  textOf(value: number): string;
}

/** The features of dates. */
export const dateFeatures: readonly DateFeature[] = [
  {
    name: "day",
    valueAt: (timestamp) => Math.floor(timestamp / DAY),
    textOf: (day) => new Date(day * DAY * 1000).toISOString().slice(0, 10),
  },
  {
    name: "hours since the user's first rating",
    valueAt: (timestamp, first) => Math.max(0, Math.floor((timestamp - first) / HOUR)),
    textOf: String,
  },
];
