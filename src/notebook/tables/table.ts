/** A table of any values, read cell by cell. */
export interface Table {
  readonly columns: readonly string[];
  readonly rowCount: number;
  cell(row: number, column: number): unknown;
  /** Whether the first column names the values of the second, which have different types. */
  readonly pairs?: boolean;
}

/** The fields of a danfojs DataFrame or Series that are read, without loading danfojs. */
interface Frame {
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
  readonly shape: readonly number[];
}

/**
 * Reads a value as a table: rows as objects or as lists, a danfojs DataFrame or Series (with its
 * index, unless that is the row number), a Map (name, value), a list of single values, or one
 * object (a row for each field).
 *
 * @throws TypeError for anything else.
 * @example
 * tableFrom([{ title: "Heat", votes: 102 }]).columns; // ["title", "votes"]
 */
export function tableFrom(value: unknown): Table {
  if (isFrame(value)) return fromFrame(value);
  if (value instanceof Map) {
    return fromRows([...value].map(([name, of]) => (isPlain(of) ? { name, ...of } : { name, value: of })));
  }
  if (isIterable(value)) return fromRows(Array.isArray(value) ? value : [...value]);
  if (isPlain(value)) return { ...fromLists(Object.entries(value), ["name", "value"]), pairs: true };
  throw new TypeError(
    `show cannot make a table of ${describe(value)}; give it rows [{ … }, …], a danfojs DataFrame, a Map or a plain object`,
  );
}

function fromRows(rows: readonly unknown[]): Table {
  if (rows.length > 0 && rows.every(isPlain)) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return { columns, rowCount: rows.length, cell: (row, column) => rows[row][columns[column]] };
  }
  if (rows.length > 0 && rows.every(isList)) {
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    return fromLists(
      rows,
      Array.from({ length: width }, (_, column) => String(column)),
    );
  }
  return { columns: ["value"], rowCount: rows.length, cell: (row) => rows[row] };
}

function fromFrame({ columns, index, values, shape }: Frame): Table {
  const body = isList(values[0])
    ? fromLists(values as ArrayLike<unknown>[], columns)
    : { columns, rowCount: shape[0], cell: (row: number) => values[row] };
  if (index.every((label, row) => label === row)) return body;
  return {
    columns: ["", ...columns],
    rowCount: body.rowCount,
    cell: (row, column) => (column === 0 ? index[row] : body.cell(row, column - 1)),
  };
}

function fromLists(rows: readonly ArrayLike<unknown>[], columns: readonly string[]): Table {
  return { columns, rowCount: rows.length, cell: (row, column) => rows[row][column] };
}

function isFrame(value: unknown): value is Frame {
  const { columns, index, values, shape } = (value ?? {}) as Partial<Frame>;
  return [columns, index, values, shape].every(Array.isArray);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function describe(value: unknown): string {
  if (typeof value === "object" && value !== null) return `a ${value.constructor.name}`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
