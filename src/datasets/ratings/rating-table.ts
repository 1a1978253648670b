import type { Id } from "../../ratings/id-index.js";
import { checkedScale, type RatingScale } from "../../ratings/rating.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { SkippedRows } from "../../ratings/skipped-rows.js";
import { oneOf } from "../../settings/checks.js";
import { BadRows } from "../records/bad-rows.js";
import { hasControlCharacter } from "../records/control-characters.js";
import { DataError } from "../records/data-error.js";
import { GrowingColumn } from "../records/growing-column.js";
import { LineNumbers } from "../records/line-numbers.js";
import { PlainRows } from "../records/plain-rows.js";
import { badField, correction, wrongFieldCount } from "../records/read-fields.js";
import type { RecordReader } from "../records/record-reader.js";
import { type ColumnFields, checkedColumns, findColumnFields } from "./column-fields.js";
import { IdColumn } from "./id-column.js";
import { parseNumber } from "./parse-number.js";
import type { RatingColumnNames, RatingsFormat } from "./ratings-format.js";
import { ratingsWithoutRepeats } from "./ratings-without-repeats.js";
import { readId } from "./read-id.js";
import { readTimestamp } from "./read-timestamp.js";

const OR_SKIP = 'or pass onBadRow: "skip"';
const DECIMAL_COMMA = /^\s*[+-]?\d+,\d+\s*$/;

/** The columns of ratings while they are parsed. */
export class RatingTable {
  readonly #source: string;
  readonly #reader: RecordReader;
  readonly #format: RatingsFormat;
  readonly #scale: RatingScale | undefined;
  readonly #badRows: BadRows;
  readonly #lines = new LineNumbers();
  readonly #users = new IdColumn();
  readonly #items: IdColumn;
  readonly #userIndices = this.#column((length) => new Int32Array(length));
  readonly #itemIndices = this.#column((length) => new Int32Array(length));
  readonly #values = this.#column((length) => new Float64Array(length));
  readonly #timestamps = this.#column((length) => new Float64Array(length));
  #expectedCount = Number.NaN;
  #fields: ColumnFields<RatingColumnNames> | undefined;
  #fieldCount = 0;
  #plainRows: PlainRows | undefined;

  constructor(source: string, reader: RecordReader, format: RatingsFormat) {
    this.#source = source;
    this.#reader = reader;
    this.#format = { ...format, columns: checkedColumns(format) };
    this.#items = new IdColumn(format.items?.ids);
    this.#scale = format.scale && checkedScale(format.scale);
    if (format.ids !== undefined) oneOf(["text", "number"], { ids: format.ids });
    this.#badRows = new BadRows(format.onBadRow ?? "throw");
  }

  readRecord(): void {
    if (!this.#fields) {
      this.#fields = findColumnFields(this.#reader, this.#source, this.#format);
      this.#fieldCount = this.#format.fieldCount ?? this.#reader.fieldCount;
      this.#plainRows = this.#plainRowsOf(this.#fields);
      if (this.#format.header) return;
    }
    try {
      this.#readRow(this.#fields);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      this.#badRows.add(error);
    }
  }

  /**
   * Parses plain rows from a position on, a block at a time. The result is the same as that of
   * {@link readRecord} for each of them, but much faster.
   */
  readPlainRows(bytes: Uint8Array, start: number): { end: number; lines: number } {
    const plain = this.#plainRows;
    let end = start;
    let lines = 0;
    while (plain) {
      const count = this.#items.replaceIds(plain.itemIds.subarray(0, plain.read(bytes, end)));
      if (count === 0) break;
      const userIndices = plain.userIds.subarray(0, count);
      this.#users.replaceIds(userIndices);
      this.#userIndices.append(userIndices);
      this.#itemIndices.append(plain.itemIds.subarray(0, count));
      this.#values.append(plain.values.subarray(0, count));
      if (this.#fields!.timestamp >= 0) this.#timestamps.append(plain.timestamps.subarray(0, count));
      this.#lines.push(this.#reader.nextLine + lines, count);
      end = plain.starts[count];
      lines += count;
    }
    return { end, lines };
  }

  /** Takes the share of the text that has been read, to allocate room for the rest. */
  expectRest(share: number): void {
    this.#expectedCount = this.#values.length / share;
  }

  /** Skips a record that cannot be split into fields, unless it is the header. */
  skipRecord(error: DataError): void {
    if (!this.#fields) throw error;
    this.#badRows.add(error);
  }

  toRatings(): Ratings {
    if (!this.#fields || this.#values.length === 0) throw this.#noRatings(this.#badRows.report());
    const { ids, columns } = this.#format;
    const lineOf = (row: number) => this.#lines.lineOf(row);
    return ratingsWithoutRepeats(
      {
        users: this.#users.toIndex(ids),
        items: this.#items.toIndex(ids),
        values: this.#values.pack(),
        timestamps: this.#fields.timestamp < 0 ? undefined : this.#timestamps.pack(),
        userIndices: this.#userIndices.pack(),
        itemIndices: this.#itemIndices.pack(),
        scale: this.#scale,
      },
      {
        badRows: this.#badRows,
        column: `${columns.userId}, ${columns.itemId}`,
        placeOf: (row) => ({ source: this.#source, line: lineOf(row) }),
        whereIs: (row) => `on line ${lineOf(row)}`,
      },
    );
  }

  #column<T extends Int32Array | Float64Array>(make: (length: number) => T): GrowingColumn<T> {
    return new GrowingColumn(make, () => this.#expectedCount);
  }

  /** Rows can be plain if the columns are in the usual order and no other follows. */
  #plainRowsOf({
    userId,
    itemId,
    rating,
    timestamp,
  }: ColumnFields<RatingColumnNames>): PlainRows | undefined {
    const isUsual = userId === 0 && itemId === 1 && rating === 2 && (timestamp === 3 || timestamp < 0);
    const hasTimestamp = this.#fieldCount === 4;
    if (!isUsual || !(hasTimestamp || this.#fieldCount === 3)) return undefined;
    const scale = this.#scale ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
    return new PlainRows({ separator: this.#reader.separator, hasTimestamp, scale });
  }

  #readRow(fields: ColumnFields<RatingColumnNames>): void {
    const reader = this.#reader;
    const { bytes, starts, ends } = reader;
    if (reader.fieldCount !== this.#fieldCount) {
      const [fieldCount, cure] = [this.#fieldCount, this.#correction];
      throw wrongFieldCount(reader, this.#source, { fieldCount, cure });
    }
    const rating = parseNumber(bytes, starts[fields.rating], ends[fields.rating]);
    if (Number.isNaN(rating)) throw this.#notANumber();
    const scale = this.#scale;
    if (scale && (rating < scale.min || rating > scale.max)) {
      const reason = `is outside the scale ${scale.min} to ${scale.max}`;
      throw this.#badField("rating", reason, `correct the row, pass another scale: { min, max }, ${OR_SKIP}`);
    }
    const timestamp = fields.timestamp < 0 ? Number.NaN : this.#readTimestamp(fields.timestamp);
    const userId = this.#readId("userId", fields.userId);
    const itemIndex = this.#items.indexOf(this.#readId("itemId", fields.itemId));
    if (itemIndex < 0) throw this.#unknownItem();
    this.#itemIndices.push(itemIndex);
    this.#userIndices.push(this.#users.indexOf(userId));
    this.#values.push(rating);
    if (fields.timestamp >= 0) this.#timestamps.push(timestamp);
    this.#lines.push(reader.line);
  }

  #readId(column: "userId" | "itemId", field: number): Id {
    const id = readId(this.#reader, field);
    if (typeof id === "number") return id;
    if (id === "") throw this.#badField(column, "is not an id");
    if (this.#format.ids === "number") throw this.#badField(column, "is not a whole number");
    if (hasControlCharacter(id))
      throw this.#badField(column, "contains a line break or an invisible character");
    return id;
  }

  #readTimestamp(field: number): number {
    const { starts, ends, isUnfinished } = this.#reader;
    if (starts[field] === ends[field]) return Number.NaN;
    const time = readTimestamp(this.#reader, field);
    if ("reason" in time) {
      const cure = time.cure && `${time.cure}, or leave the timestamp out, ${OR_SKIP}`;
      throw this.#badField("timestamp", time.reason, cure);
    }
    // A file that ends too early lacks digits: a tenth of the value, or less.
    if (isUnfinished && time.seconds > 0 && time.seconds < this.#timestamps.least() / 2) {
      throw this.#badField("timestamp", "is far below all other timestamps");
    }
    return time.seconds;
  }

  #noRatings(skipped: SkippedRows | undefined): DataError {
    const reason = skipped
      ? `no row of ${skipped.count} can be read (${skipped.reasons[0].first})`
      : this.#fields
        ? "there are no ratings below the header"
        : "the file is empty";
    return new DataError({ source: this.#source }, { reason, cure: "give a file with ratings" });
  }

  #notANumber(): DataError {
    const value = this.#reader.text(this.#fields!.rating);
    const cure = DECIMAL_COMMA.test(value) ? `write it with a point, ${OR_SKIP}` : undefined;
    return this.#badField("rating", "is not a number", cure);
  }

  #unknownItem(): DataError {
    const { file } = this.#format.items!;
    return this.#badField("itemId", `is not the id of a movie in ${file}`, `add the movie there, ${OR_SKIP}`);
  }

  #badField(column: keyof RatingColumnNames, reason: string, cure = this.#correction): DataError {
    return badField(this.#reader, this.#source, { field: this.#fields![column], reason, cure });
  }

  get #correction(): string {
    return `${correction(this.#reader)}, ${OR_SKIP}`;
  }
}
