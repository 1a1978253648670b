import { similarTexts } from "../../text/similar-texts.js";
import { DataError } from "../records/data-error.js";

/** The columns of a file by the settings that name them: by name, or by position from 0. */
export interface ColumnFormat<Columns extends object> {
  readonly columns: Columns;
  /** Whether the first record has the names. */
  readonly header: boolean;
  /** @default the number of fields of the first record */
  readonly fieldCount?: number;
}

/** What the first record has. */
export interface HeaderRecord {
  readonly line?: number;
  readonly fieldCount: number;
  columnNames: readonly string[];
  texts(): string[];
}

/** The position of each column, from 0; -1 without a timestamp. */
export type ColumnFields<Columns> = Readonly<Record<keyof Columns | "timestamp", number>>;

/** The columns of a format; a RangeError for one that is neither a name nor a position. */
export function checkedColumns<Columns extends object>({ columns, header }: ColumnFormat<Columns>): Columns {
  if (typeof header !== "boolean") throw new RangeError(`header: ${header} is neither true nor false`);
  for (const [setting, column] of settingsOf(columns)) {
    const isPosition = Number.isSafeInteger(column) && Number(column) >= 0;
    if (typeof column !== "string" && !isPosition) {
      throw new RangeError(`${setting}: ${column} is neither a column's name nor its position from 0`);
    }
  }
  return columns;
}

/** The position of each column, from the first record; a {@link DataError} if one is missing. */
export function findColumnFields<Columns extends object>(
  reader: HeaderRecord,
  source: string,
  format: ColumnFormat<Columns>,
): ColumnFields<Columns> {
  const names = format.header ? reader.texts().map((name) => name.trim()) : [];
  const { fieldCount = reader.fieldCount } = format;
  const taken = new Map<number, string>();
  const fieldOf = (setting: string, column: string | number) => {
    const fields = typeof column === "number" ? [column] : positionsOf(column, names);
    const [field = -1] = fields;
    const fail = (reason: string, cure: string) =>
      new DataError({ source, line: reader.line, column }, { reason, cure });
    if (field < 0 || field >= fieldCount) {
      const free = names.filter((name) => !Object.values(format.columns).includes(name));
      const [near = free[0]] = similarTexts(String(column), free);
      const cure =
        near === undefined && names.length > 0
          ? addIt(setting)
          : `say which is meant with ${setting}: ${JSON.stringify(near ?? 0)}`;
      throw fail("there is no such column", `${described(names, fieldCount)}; ${cure}`);
    }
    if (fields.length > 1) {
      const cure = `say which is meant by its position from 0, as ${setting}: ${field}`;
      throw fail(`${fields.length} columns have this name`, cure);
    }
    if (taken.has(field)) {
      throw new RangeError(
        `${setting}: ${JSON.stringify(column)} is already the column of ${taken.get(field)}; give each its own`,
      );
    }
    taken.set(field, setting);
    return field;
  };
  const fields = settingsOf(format.columns).map(([setting, column]) => [setting, fieldOf(setting, column)]);
  reader.columnNames = names;
  return { timestamp: -1, ...Object.fromEntries(fields) } as ColumnFields<Columns>;
}

function addIt(setting: string): string {
  return setting === "rating" ? "add it, or read a log without ratings by loadInteractions" : "add it";
}

function settingsOf(columns: object): [string, string | number][] {
  return Object.entries(columns).filter(([, column]) => column !== undefined);
}

function positionsOf(name: string, names: readonly string[]): number[] {
  return names.flatMap((each, position) => (each === name ? [position] : []));
}

function described(names: readonly string[], count: number): string {
  if (names.length === 0) return `there is no header, and a row has ${count} fields`;
  return `its columns are ${names.map((name) => JSON.stringify(name)).join(", ")}`;
}
