import type { Axis } from "./figure.js";

/** A logarithmic axis with a label at each power of ten, or at 1, 2 and 5 where there are few of them. */
export function logAxis(title: string, largest: number): Axis {
  return { type: "log", dtick: largest >= 1000 ? 1 : "D2", tickformat: ",d", title: { text: title } };
}
