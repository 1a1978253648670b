import { type Id, IdIndex } from "../../ratings/id-index.js";
import type { IdType } from "../../ratings/id-type.js";
import { areTexts, sameKind } from "./read-id.js";

const LARGEST_IN_TABLE = 1 << 22;

/**
 * Numbers the ids of a column by first appearance. Whole numbers are looked up in a table by value.
 * If a column has any text id ("034545104X"), all of its ids become texts in the end.
 */
export class IdColumn {
  readonly #known: ReadonlySet<Id> | undefined;
  readonly #knowsTexts: boolean;
  readonly #ids: Id[] = [];
  readonly #indexes = new Map<Id, number>();
  #table = new Int32Array(1 << 10).fill(-1);

  /** @param known the only valid ids, all numbers or all texts; any without it */
  constructor(known?: ReadonlySet<Id>) {
    this.#known = known;
    this.#knowsTexts = known !== undefined && areTexts(known);
  }

  /** The index of an id, -1 if it is not a known one. */
  indexOf(id: Id): number {
    if (typeof id === "number" && id >= 0 && id < LARGEST_IN_TABLE) {
      if (id >= this.#table.length) this.#growTable(id);
      if (this.#table[id] < 0) this.#table[id] = this.#add(id);
      return this.#table[id];
    }
    let index = this.#indexes.get(id) ?? -1;
    if (index < 0) {
      index = this.#add(id);
      if (index >= 0) this.#indexes.set(id, index);
    }
    return index;
  }

  /** Replaces whole-number ids by their indices, up to the first unknown id; returns how many. */
  replaceIds(ids: Int32Array): number {
    let table = this.#table;
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place];
      let index = id < table.length ? table[id] : -1;
      if (index < 0) {
        index = this.indexOf(id);
        if (index < 0) return place;
        table = this.#table;
      }
      ids[place] = index;
    }
    return ids.length;
  }

  /** The index of all ids so far, as texts if one of them is or if all shall be. */
  toIndex(type?: IdType): IdIndex {
    return IdIndex.from(this.#knowsTexts || type === "text" ? this.#ids.map(String) : sameKind(this.#ids));
  }

  #add(id: Id): number {
    const isKnown = this.#known?.has(this.#knowsTexts ? String(id) : id) ?? true;
    return isKnown ? this.#ids.push(id) - 1 : -1;
  }

  #growTable(value: number): void {
    const grown = new Int32Array(Math.min(LARGEST_IN_TABLE, 2 ** Math.ceil(Math.log2(value + 1)))).fill(-1);
    grown.set(this.#table);
    this.#table = grown;
  }
}
