import { reportProgress } from "../../task/report-progress.js";
import { findColumnFields } from "../ratings/column-fields.js";
import { DataError } from "../records/data-error.js";
import { RecordReader } from "../records/record-reader.js";
import type { Encoding, TextSource } from "../records/text-source.js";
import { OR_SKIP } from "./or-skip.js";
import type { RowColumns, RowSource, RowValues } from "./row-source.js";

/** The format of JSON lines. */
export interface JsonLinesFormat {
  /** @default "utf-8" */
  readonly encoding?: Encoding | undefined;
}

/**
 * The rows of JSON lines: an object on each line, whose keys are the columns. Values are as JSON
 * has them; null counts as none.
 */
export function jsonLinesRows(source: TextSource, { encoding = "utf-8" }: JsonLinesFormat = {}): RowSource {
  const { name } = source;
  return {
    name,
    placeOf: (line) => ({ source: name, line }),
    async read(columns, { needed, onRow, onBroken, ...task }) {
      const wanted = namedColumns(columns);
      const absent = new Map(wanted);
      // Tabs inside of JSON texts are escaped; others are spaces.
      const reader = new RecordReader(source, { separator: "\t", quotes: false, encoding });
      const readLine = () => {
        const place = { source: name, line: reader.line };
        try {
          const object = parsedObject(reader.texts().join("\t"), place);
          const values = valuesOf(object, wanted);
          if (absent.size === wanted.length || needed.some((column) => !(column in values))) {
            checkKeys(object, { place, columns, needed });
          }
          for (const column of Object.keys(values)) absent.delete(column);
          onRow(values, reader.line);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          onBroken(error);
        }
      };
      await reader.read(readLine, {
        onBroken,
        onChunk: (done) => reportProgress(task, { done, total: source.size ?? done }),
      });
      const [missing] = absent.size < wanted.length ? absent.values() : [];
      if (missing === undefined) return;
      throw new DataError(
        { source: name, column: missing },
        { reason: "no row has this key", cure: "correct its name, or leave it out" },
      );
    },
  };
}

function namedColumns(columns: RowColumns): [column: string, key: string][] {
  return Object.entries(columns).flatMap(([column, key]): [string, string][] => {
    if (key === undefined) return [];
    if (typeof key === "string") return [[column, key]];
    throw new RangeError(`${column}: ${key} is no key of JSON lines; give its name, as ${column}: "key"`);
  });
}

function parsedObject(text: string, place: { source: string; line: number }): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  const cure = text.trimStart().startsWith("[")
    ? "write an object on each line, or pass JSON.parse of the file to from(rows)"
    : `correct the row, ${OR_SKIP}`;
  throw new DataError(place, { value: text, reason: "is not a JSON object", cure });
}

/** The values that an object has of some columns. */
function valuesOf(object: object, wanted: readonly (readonly [string, string])[]): RowValues {
  const all = new Map<string, unknown>(Object.entries(object));
  return Object.fromEntries(
    wanted.flatMap(([column, key]) => (all.has(key) ? [[column, all.get(key) ?? undefined]] : [])),
  );
}

/** A {@link DataError} with the keys of an object that lacks one. */
function checkKeys(
  object: object,
  {
    place: { source, line },
    columns,
    needed,
  }: { place: { source: string; line: number }; columns: RowColumns; needed: readonly string[] },
): void {
  const names = Object.keys(object);
  const record = { line, fieldCount: names.length, columnNames: [], texts: () => names };
  const wanted = Object.fromEntries(needed.map((column) => [column, columns[column]]));
  findColumnFields(record, source, { columns: wanted, header: true });
}
