import { type Table, tableFromIPC, type Vector } from "apache-arrow";

/** One batch of rows from the server. */
export class ArrowBatch {
  readonly #table: Table;

  /** @param data an Arrow IPC stream of its own, with schema */
  constructor(data: Uint8Array) {
    this.#table = tableFromIPC(data);
  }

  get rowCount(): number {
    return this.#table.numRows;
  }

  /** A column of numbers; NULL is NaN. */
  numbers(name: string): Float64Array {
    const column = this.#column(name);
    return Float64Array.from({ length: column.length }, (_, row) => {
      const value = column.get(row);
      return value === null ? Number.NaN : Number(value);
    });
  }

  /** A column of 32-bit integers without NULL. */
  integers(name: string): Int32Array {
    return Int32Array.from(this.#column(name).toArray() as ArrayLike<number>);
  }

  /** A column of texts. */
  texts(name: string): (string | undefined)[] {
    const column = this.#column(name);
    return Array.from({ length: column.length }, (_, row) => {
      const value = column.get(row);
      return value === null ? undefined : String(value);
    });
  }

  /** A column of lists of numbers, all of one length, one after the other. */
  vectors(name: string): Float64Array {
    const column = this.#column(name);
    const lists = Array.from(
      { length: column.length },
      (_, row) => column.get(row).toArray() as ArrayLike<number>,
    );
    const width = lists[0]?.length ?? 0;
    const values = new Float64Array(lists.length * width);
    lists.forEach((list, row) => {
      values.set(Array.from(list), row * width);
    });
    return values;
  }

  #column(name: string): Vector {
    const column = this.#table.getChild(name);
    if (column) return column;
    throw new RangeError(
      `the server's rows have no column "${name}"; report this, it is an error of reelbook-spark`,
    );
  }
}
