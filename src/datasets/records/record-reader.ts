import { DataError } from "./data-error.js";
import { Decoder, latin1Text } from "./decoder.js";
import { checkedRecordFormat, type RecordFormat, type Separator } from "./record-format.js";
import type { TextSource } from "./text-source.js";
import { START_LENGTH, withoutByteOrderMark } from "./text-start.js";

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** In bytes. A longer record has a quote that is not closed. */
const LONGEST_RECORD = 1 << 20;

/** Callbacks of {@link RecordReader.read} beside that for records. */
export interface ReadOptions {
  /** Called with the number of bytes read so far. */
  readonly onChunk?: (done: number) => void;
  /**
   * Called for a record that cannot be split into fields; reading continues on the next line.
   * @default throws
   */
  readonly onBroken?: (error: DataError) => void;
  /**
   * A faster parser that is tried first at each record; returns where it stopped, and how many
   * lines it parsed. @default none
   */
  readonly readPlainRows?: (
    bytes: Uint8Array,
    start: number,
  ) => { readonly end: number; readonly lines: number };
}

/**
 * Splits a stream of bytes into records (lines) and fields. The reader itself is the view of the
 * current record: its line, and where its fields are in `bytes`. Blank lines and a byte order mark
 * are skipped. Each byte is read once and nothing is allocated per record.
 */
export class RecordReader {
  /** The bytes that contain the current record. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Number of fields of the current record. */
  fieldCount = 0;
  /** The line on which the current record starts, from 1. */
  line = 0;
  /** Where each field starts and ends in `bytes`, without quotes. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Column names for errors, set after the header; columns without a name get their position. */
  columnNames: readonly string[] = [];
  /** Whether the text ends within the current record, without a line break. */
  isUnfinished = false;
  readonly #isQuoted: boolean[] = [];
  readonly #source: TextSource;
  readonly #format: RecordFormat;
  readonly #decoder: Decoder;
  #nextLine = 1;
  #lineBreaks = 0;
  #brokenField = -1;
  #isFirst = true;

  constructor(source: TextSource, format: RecordFormat) {
    this.#source = source;
    this.#format = checkedRecordFormat(format);
    this.#decoder = new Decoder(format.encoding ?? "utf-8");
  }

  /** Reads the whole text and calls `onRecord` for each record. */
  async read(onRecord: () => void, options: ReadOptions = {}): Promise<void> {
    const start = (bytes: Uint8Array) =>
      withoutByteOrderMark(bytes, this.#source, this.#format.encoding ?? "utf-8");
    let rest = new Uint8Array(0);
    let done = 0;
    for await (const chunk of this.#source.chunks()) {
      let bytes = chunk;
      if (rest.length > 0) {
        // Only the line that spans two chunks is copied, unless its record is longer.
        const lineEnd = chunk.indexOf(NEWLINE) + 1;
        const shared = joined(rest, chunk.subarray(0, lineEnd));
        const left = shared.subarray(done < START_LENGTH ? 0 : this.#readRecords(shared, onRecord, options));
        bytes = chunk.subarray(lineEnd);
        if (left.length > 0) bytes = joined(left, bytes);
      }
      if (done + chunk.length >= START_LENGTH) {
        if (done < START_LENGTH) bytes = start(bytes);
        bytes = bytes.subarray(this.#readRecords(bytes, onRecord, options));
      }
      rest = bytes.slice();
      if (rest.length > LONGEST_RECORD) throw this.#noEnd(rest);
      done += chunk.length;
      options.onChunk?.(done);
    }
    if (done < START_LENGTH) {
      const bytes = start(rest);
      rest = bytes.slice(this.#readRecords(bytes, onRecord, options));
    }
    if (rest.length > 0) {
      this.isUnfinished = true;
      const last = joined(rest, Uint8Array.of(NEWLINE));
      if (this.#readRecords(last, onRecord, options) < last.length) throw this.#noEnd(last);
    }
    if (this.#decoder.looksLikeUtf8) throw this.#utf8AsLatin1();
    if (this.#decoder.mixedIn) throw this.#mixedEncodings(this.#decoder.mixedIn);
  }

  /** The line on which the next record starts. */
  get nextLine(): number {
    return this.#nextLine;
  }

  get separator(): Separator {
    return this.#format.separator;
  }

  /** The text of a field of the current record. */
  text(field: number): string {
    const text = this.#decoder.decode(this.#bytesOf(field));
    if (text === undefined) {
      const cure = 'save the file as UTF-8, or read it with encoding: "latin1"';
      throw this.#fieldError(field, "is not UTF-8", cure);
    }
    return this.#isQuoted[field] ? text.replaceAll('""', '"') : text;
  }

  /** The texts of all fields of the current record. */
  texts(): string[] {
    return Array.from({ length: this.fieldCount }, (_, field) => this.text(field));
  }

  /** Reads the records that end within some bytes; returns the start of the first that does not. */
  #readRecords(
    bytes: Uint8Array,
    onRecord: () => void,
    { onBroken = thrown, readPlainRows }: ReadOptions,
  ): number {
    this.bytes = bytes;
    for (let start = 0; ; ) {
      const plain = readPlainRows?.(bytes, start) ?? { end: start, lines: 0 };
      start = plain.end;
      this.#nextLine += plain.lines;
      this.line = this.#nextLine;
      const next = this.#findFields(start);
      if (next < 0) return start;
      if (next - start > LONGEST_RECORD) throw this.#noEnd(bytes.subarray(start, next));
      this.#nextLine += this.#lineBreaks;
      const isBlank = this.fieldCount === 1 && this.starts[0] === this.ends[0] && !this.#isQuoted[0];
      if (this.#brokenField >= 0) onBroken(this.#afterQuote(this.#brokenField));
      else if (!isBlank) {
        if (this.#isFirst) this.#checkLineEnds();
        onRecord();
      }
      start = next;
    }
  }

  /** Finds the fields of the record at `start`; returns the next start, -1 if incomplete. */
  #findFields(start: number): number {
    const { bytes, starts, ends } = this;
    const { length } = bytes;
    const { separator, quotes } = this.#format;
    const first = separator.charCodeAt(0);
    const second = separator.length > 1 ? separator.charCodeAt(1) : -1;
    let position = start;
    this.#lineBreaks = 1;
    this.#brokenField = -1;
    for (let field = 0; ; field++) {
      if (quotes && bytes[position] === QUOTE) {
        const close = this.#closingQuote(position + 1);
        if (close < 0) return -1;
        starts[field] = position + 1;
        ends[field] = close;
        this.#isQuoted[field] = true;
        const isReturn = bytes[close + 1] === RETURN;
        position = isReturn ? close + 2 : close + 1;
        if (position >= length) return -1;
        if (bytes[position] !== NEWLINE && (isReturn || bytes[position] !== first)) {
          return this.#nextLineAfter(start, field);
        }
      } else {
        starts[field] = position;
        while (position < length) {
          const byte = bytes[position];
          if (byte === NEWLINE || (byte === first && (second < 0 || bytes[position + 1] === second))) break;
          position++;
        }
        if (position >= length) return -1;
        const isReturn =
          bytes[position] === NEWLINE && position > starts[field] && bytes[position - 1] === RETURN;
        ends[field] = isReturn ? position - 1 : position;
        this.#isQuoted[field] = false;
      }
      if (bytes[position] === NEWLINE) {
        this.fieldCount = field + 1;
        return position + 1;
      }
      position += separator.length;
    }
  }

  /** The position of the closing quote, -1 if it is not in these bytes. Counts line breaks. */
  #closingQuote(from: number): number {
    const { bytes } = this;
    for (let position = from; position < bytes.length; position++) {
      if (bytes[position] === NEWLINE) this.#lineBreaks++;
      if (bytes[position] !== QUOTE) continue;
      if (bytes[position + 1] !== QUOTE) return position;
      position++;
    }
    return -1;
  }

  /** Skips a record with a broken field: the start of the next line, -1 if not in these bytes. */
  #nextLineAfter(start: number, brokenField: number): number {
    this.#brokenField = brokenField;
    this.#lineBreaks = 1;
    return this.bytes.indexOf(NEWLINE, start) + 1 || -1;
  }

  /** Lines that end with a lone carriage return would all be one record. */
  #checkLineEnds(): void {
    this.#isFirst = false;
    for (let field = 0; field < this.fieldCount; field++) {
      const isPlain = !this.#isQuoted[field];
      if (isPlain && this.#bytesOf(field).includes(RETURN)) throw this.#returnAlone();
    }
  }

  #bytesOf(field: number): Uint8Array {
    return this.bytes.subarray(this.starts[field], this.ends[field]);
  }

  #fieldError(field: number, reason: string, cure: string): DataError {
    return new DataError(
      { source: this.#source.name, line: this.line, column: this.columnNames[field] ?? field },
      { value: latin1Text(this.#bytesOf(field)), reason, cure },
    );
  }

  #afterQuote(field: number): DataError {
    const cure = "double the quotes inside the field";
    return this.#fieldError(field, "has text after its closing quote", cure);
  }

  #returnAlone(): DataError {
    return new DataError(
      { source: this.#source.name, line: this.line },
      { reason: "a carriage return has no line feed", cure: "save the file with line ends LF or CRLF" },
    );
  }

  #noEnd(bytes: Uint8Array): DataError {
    if (bytes.includes(RETURN) && !bytes.includes(NEWLINE)) return this.#returnAlone();
    const missing = this.#format.quotes ? "a quote that is not closed" : "a missing end of line";
    return new DataError(
      { source: this.#source.name, line: this.line },
      { reason: "a record has no end", cure: `look for ${missing}` },
    );
  }

  #mixedEncodings(value: string): DataError {
    return new DataError(
      { source: this.#source.name },
      { value, reason: "is UTF-8 in a latin1 file", cure: "save the whole file in one encoding" },
    );
  }

  #utf8AsLatin1(): DataError {
    return new DataError(
      { source: this.#source.name },
      { reason: "the file is UTF-8 but is read as latin1", cure: 'read it with encoding: "utf-8"' },
    );
  }
}

function thrown(error: DataError): void {
  throw error;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
