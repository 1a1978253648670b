import type { Id, IdIndex } from "../../ratings/id-index.js";
import { type IdType, numberIfWhole } from "../../ratings/id-type.js";
import { IdColumn } from "../ratings/id-column.js";

/**
 * Numbers the ids of rows by first appearance. A text stays a text, and then all ids of the column
 * become texts: "17" and 17 are the same id.
 */
export class RowIds {
  readonly #column = new IdColumn();
  #hasText = false;

  indexOf(id: Id): number {
    if (typeof id === "number") return this.#column.indexOf(id);
    this.#hasText = true;
    return this.#column.indexOf(numberIfWhole(id));
  }

  /** The index of all ids so far; a `type` says what they become instead. */
  toIndex(type?: IdType): IdIndex {
    return this.#column.toIndex(type ?? (this.#hasText ? "text" : undefined));
  }
}
