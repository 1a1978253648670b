import { quoted } from "../settings/setting.js";

/** The id of a user or an item in the data set. */
export type Id = number | string;

/**
 * The ids of users or items, each with an index: 0, 1, 2 … by first appearance. The number 1 and
 * the string "1" are two different ids.
 *
 * @example
 * const index = IdIndex.from([50, 172, 50, 133]);
 * index.size; // 3
 * index.indexOf(133); // 2
 */
export class IdIndex {
  /** All ids, in the order of their index. */
  declare readonly ids: readonly Id[];
  readonly #indexes: ReadonlyMap<Id, number>;

  private constructor(indexes: Map<Id, number>) {
    this.ids = Object.freeze([...indexes.keys()]);
    this.#indexes = indexes;
    Object.freeze(this);
  }

  /** Numbers ids by first appearance; repeated ids keep their index. O(ids). */
  static from(ids: Iterable<Id>): IdIndex {
    const indexes = new Map<Id, number>();
    for (const id of ids) if (!indexes.has(id)) indexes.set(id, indexes.size);
    return new IdIndex(indexes);
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: Id): boolean {
    return this.#indexes.has(id);
  }

  /** The index of an id, or -1 if the id is unknown. O(1). */
  indexOf(id: Id): number {
    return this.#indexes.get(id) ?? -1;
  }

  /** An index of other ids, numbered by first appearance. O(ids). */
  of(ids: Iterable<Id>): IdIndex {
    return IdIndex.from(ids);
  }

  /**
   * The id of the other type, number or text, that is written like this unknown one; undefined for
   * none.
   */
  otherType(id: Id): Id | undefined {
    const other = typeof id === "number" ? String(id) : Number(id);
    return this.has(other) && String(other) === String(id) ? other : undefined;
  }

  /**
   * The index of an id.
   *
   * @param among where it is missing, for errors: "the users of these lists"
   * @param cure what to do about it
   * @throws RangeError for an unknown id; it says if only the type of the id is wrong
   */
  known(id: Id, what: "user" | "item", among: string, cure?: string): number {
    const index = this.indexOf(id);
    if (index >= 0) return index;
    const other = this.otherType(id);
    const type = typeof id === "number" ? "text" : "number";
    const article = what === "user" ? "a" : "an";
    const meant = other === undefined ? cure : `there is ${article} ${what} ${quoted(other)} (a ${type})`;
    throw new RangeError(`${what} ${quoted(id)} is not among ${among}${meant ? `; ${meant}` : ""}`);
  }

  /** The id at an index; an unknown index is a RangeError. O(1). */
  idOf(index: number): Id {
    const id = this.ids[index];
    if (id === undefined) throw new RangeError(`index ${index} is not one of 0 to ${this.size - 1}`);
    return id;
  }
}
