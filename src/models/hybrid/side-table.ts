import { rowOf } from "../../sparse/row-of.js";
import type { SideColumns } from "../machines/side-columns.js";

/** Side data of users or items as features of pairs. */
export interface SideTable {
  readonly names: readonly string[];
  /** Writes the features of a user or an item; NaN where a value, or the index, is unknown. */
  write(index: number, into: Float64Array, at: number): void;
}

/**
 * A feature for each number and for each category: "user: age", "item: genres Action". Without side
 * data there is none.
 *
 * @param owner "user" or "item"
 */
export function sideTable(owner: string, side: SideColumns | undefined): SideTable {
  const groups = side?.groups ?? [];
  const names = groups.flatMap(({ name, kind, labels }) =>
    labels.map((label) => `${owner}: ${kind === "number" ? name : `${name} ${label}`}`),
  );
  /** By column: the columns of its group. */
  const ranges: (readonly [number, number])[] = [];
  for (const { labels } of groups) {
    const first = ranges.length;
    for (const _ of labels) ranges.push([first, first + labels.length]);
  }
  return {
    names,
    write(index, into, at) {
      into.fill(Number.NaN, at, at + names.length);
      if (!side || index < 0) return;
      const { indices, values } = rowOf(side.rows, index);
      for (const column of indices) into.fill(0, at + ranges[column][0], at + ranges[column][1]);
      for (const [k, column] of indices.entries()) into[at + column] = values[k];
    },
  };
}
