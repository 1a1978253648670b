import { similarTexts } from "../math/similar-texts.js";
import { findDuplicates } from "../ratings/duplicates.js";
import { checkedScale, type RatingScale } from "../ratings/rating.js";
import { Ratings } from "../ratings/ratings.js";
import { BadRows } from "./bad-rows.js";
import { DataError } from "./data-error.js";
import { GrowingColumn } from "./growing-column.js";
import { IdColumn } from "./id-column.js";
import { LineNumbers } from "./line-numbers.js";
import { parseDate, parseNumber } from "./parse-number.js";
import type { RatingColumnNames, RatingsFormat } from "./ratings-format.js";
import type { RecordReader } from "./record-reader.js";

const MEND = 'mend the row, or pass onBadRow: "skip"';

/** The position of each column, from 0; -1 where there is no timestamp. */
type Fields = Readonly<Record<keyof RatingColumnNames, number>>;

/** The columns of a text of ratings while they are read. */
export class RatingTable {
  readonly #source: string;
  readonly #reader: RecordReader;
  readonly #format: RatingsFormat;
  readonly #scale: RatingScale | undefined;
  readonly #badRows: BadRows;
  readonly #lines = new LineNumbers();
  readonly #users = new IdColumn();
  readonly #items = new IdColumn();
  readonly #userIndices = new GrowingColumn<Int32Array>((length) => new Int32Array(length));
  readonly #itemIndices = new GrowingColumn<Int32Array>((length) => new Int32Array(length));
  readonly #values = new GrowingColumn<Float64Array>((length) => new Float64Array(length));
  readonly #timestamps = new GrowingColumn<Float64Array>((length) => new Float64Array(length));
  #fields: Fields | undefined;
  #fieldCount = 0;

  constructor(source: string, reader: RecordReader, format: RatingsFormat) {
    this.#source = source;
    this.#reader = reader;
    this.#format = format;
    this.#scale = format.scale && checkedScale(format.scale);
    this.#badRows = new BadRows(format.onBadRow ?? "throw");
  }

  readRecord(): void {
    if (!this.#fields) {
      this.#findColumns();
      if (this.#format.header) return;
    }
    try {
      this.#readRow(this.#fields!);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      this.#badRows.add(error);
    }
  }

  toRatings(): Ratings {
    if (!this.#fields) {
      throw new DataError(
        { source: this.#source },
        { reason: "the file is empty", cure: "give one with ratings" },
      );
    }
    const users = this.#users.toIndex();
    const items = this.#items.toIndex();
    const columns = {
      users,
      items,
      values: this.#values.pack(),
      timestamps: this.#fields.timestamp < 0 ? undefined : this.#timestamps.pack(),
      userIndices: this.#userIndices.pack(),
      itemIndices: this.#itemIndices.pack(),
      scale: this.#scale,
    };
    const duplicates = findDuplicates(columns.userIndices, columns.itemIndices, {
      userCount: users.size,
      itemCount: items.size,
    });
    for (const { first, again } of duplicates) {
      const pair = `${users.idOf(columns.userIndices[again]!)}, ${items.idOf(columns.itemIndices[again]!)}`;
      this.#badRows.add(
        new DataError(
          { source: this.#source, line: this.#lines.lineOf(again), column: this.#columnPair() },
          {
            value: pair,
            reason: "is a pair of user and item that has a rating already",
            cure: `its other rating is on line ${this.#lines.lineOf(first)}: keep one, or pass onBadRow: "skip" to keep the first`,
          },
        ),
      );
    }
    const skipped = this.#badRows.report();
    const ratings = Ratings.fromIndexed({ ...columns, skipped });
    if (ratings.count === 0) {
      const found = skipped
        ? `no row of ${skipped.count} can be read (${skipped.reasons[0]!.first})`
        : "there are no ratings below the header";
      throw new DataError({ source: this.#source }, { reason: found, cure: "give a file with ratings" });
    }
    return duplicates.length === 0
      ? ratings
      : withoutRows(
          ratings,
          duplicates.map(({ again }) => again),
        );
  }

  #readRow(fields: Fields): void {
    const reader = this.#reader;
    const { bytes, starts, ends } = reader;
    if (reader.fieldCount !== this.#fieldCount) throw this.#wrongFieldCount();
    const rating = parseNumber(bytes, starts[fields.rating]!, ends[fields.rating]!);
    if (Number.isNaN(rating)) throw this.#badField("rating", "is not a number");
    const scale = this.#scale;
    if (scale && (rating < scale.min || rating > scale.max)) {
      const reason = `is outside the scale ${scale.min} to ${scale.max}`;
      throw this.#badField(
        "rating",
        reason,
        'mend the row, pass another scale: { min, max }, or onBadRow: "skip"',
      );
    }
    if (starts[fields.userId] === ends[fields.userId]) throw this.#badField("userId", "is no id");
    if (starts[fields.itemId] === ends[fields.itemId]) throw this.#badField("itemId", "is no id");
    const timestamp = fields.timestamp < 0 ? Number.NaN : this.#readTimestamp(fields.timestamp);
    const userIndex = this.#users.indexOf(reader, fields.userId);
    this.#itemIndices.push(this.#items.indexOf(reader, fields.itemId));
    this.#userIndices.push(userIndex);
    this.#values.push(rating);
    if (fields.timestamp >= 0) this.#timestamps.push(timestamp);
    this.#lines.push(reader.line);
  }

  #readTimestamp(field: number): number {
    const { bytes, starts, ends } = this.#reader;
    const seconds = parseNumber(bytes, starts[field]!, ends[field]!);
    if (!Number.isNaN(seconds) || starts[field] === ends[field]) return seconds;
    const date = parseDate(this.#reader.text(field));
    if (Number.isNaN(date)) {
      throw this.#badField("timestamp", "is neither seconds since 1970 nor a date like 1997-12-04T15:55:49");
    }
    return date;
  }

  #findColumns(): void {
    const { columns, header } = this.#format;
    this.#fieldCount = this.#reader.fieldCount;
    const names = header ? this.#reader.texts().map((name) => name.trim()) : [];
    const position = (column: string | number) =>
      typeof column === "number" ? column : names.indexOf(column);
    for (const [setting, column] of Object.entries(columns)) {
      if (column === undefined) continue;
      const field = position(column);
      if (field < 0 || field >= this.#fieldCount || (names.lastIndexOf(names[field]!) !== field && header)) {
        throw this.#missingColumn(setting, column, names);
      }
    }
    const { userId, itemId, rating, timestamp } = columns;
    this.#fields = {
      userId: position(userId),
      itemId: position(itemId),
      rating: position(rating),
      timestamp: timestamp === undefined ? -1 : position(timestamp),
    };
  }

  #missingColumn(setting: string, column: string | number, names: string[]): DataError {
    const has = this.#format.header
      ? `its columns are ${names.map((name) => JSON.stringify(name)).join(", ")}`
      : `it has ${this.#fieldCount}`;
    const [near] = similarTexts(String(column), names);
    return new DataError(
      { source: this.#source, line: this.#reader.line, column },
      {
        reason: "there is no such column",
        cure: `${has}; say which is meant with ${setting}: ${JSON.stringify(near ?? names[0] ?? 0)}`,
      },
    );
  }

  #wrongFieldCount(): DataError {
    const few = this.#reader.fieldCount < this.#fieldCount ? "few" : "many";
    return new DataError(
      { source: this.#source, line: this.#reader.line },
      {
        value: this.#reader.texts().join(this.#format.separator),
        reason: `has too ${few} fields (${this.#fieldCount} expected)`,
        cure: MEND,
      },
    );
  }

  #badField(column: keyof RatingColumnNames, reason: string, cure = MEND): DataError {
    const value = this.#reader.text(this.#fields![column]);
    return new DataError(
      { source: this.#source, line: this.#reader.line, column: this.#format.columns[column]! },
      { value, reason, cure },
    );
  }

  #columnPair(): string {
    const { userId, itemId } = this.#format.columns;
    return `${userId}, ${itemId}`;
  }
}

/** Ratings without some rows, and with the report of what was left out. */
function withoutRows(ratings: Ratings, rows: readonly number[]): Ratings {
  const left = new Set(rows);
  const kept = Int32Array.from({ length: ratings.count }, (_, row) => row).filter((row) => !left.has(row));
  return Ratings.fromIndexed({ ...ratings.selectRows(kept), skipped: ratings.skipped });
}
