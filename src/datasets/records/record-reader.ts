import { DataError } from "./data-error.js";
import { Decoder, latin1Text } from "./decoder.js";
import { checkedRecordFormat, type RecordFormat, type Separator } from "./record-format.js";
import type { TextSource } from "./text-source.js";
import { START_LENGTH, withoutMark } from "./text-start.js";

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** In bytes. A longer record comes from a quote that is not closed. */
const LONGEST_RECORD = 1 << 20;

/** What {@link RecordReader.read} tells beside the records. */
export interface ReadOptions {
  /** Hears how many bytes are done. */
  readonly onChunk?: (done: number) => void;
  /** Hears of a record that cannot be cut into fields; reading goes on with its next line. @default throws */
  readonly onBroken?: (error: DataError) => void;
  /** Reads what it can from a position on by itself: says where it stopped, and how many lines it read. @default nothing */
  readonly skim?: (bytes: Uint8Array, start: number) => { readonly end: number; readonly lines: number };
}

/**
 * Cuts a text into records (lines) and fields as its bytes come. It is itself the view of the current record:
 * where the fields lie in `bytes`, and on which line. Blank lines and a byte order mark are passed
 * over. Each byte is looked at once and nothing is made for a record, so that a reader can go through millions.
 */
export class RecordReader {
  /** The bytes that hold the current record. */
  bytes: Uint8Array = new Uint8Array(0);
  /** How many fields the current record has. */
  fieldCount = 0;
  /** The line on which the current record starts, from 1. */
  line = 0;
  /** Where each field starts and ends in `bytes`, quotes left out. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** What errors call the columns: set by who reads the header; their position where it has no name. */
  columnNames: readonly string[] = [];
  /** Whether the text ends within the current record, without an end of line. */
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

  /** Goes through the whole text and calls back at each record. */
  async read(onRecord: () => void, options: ReadOptions = {}): Promise<void> {
    const start = (bytes: Uint8Array) => withoutMark(bytes, this.#source, this.#format.encoding ?? "utf-8");
    let rest = new Uint8Array(0);
    let done = 0;
    for await (const chunk of this.#source.chunks()) {
      let bytes = chunk;
      if (rest.length > 0) {
        // Only the line that two chunks share is copied, unless its record goes on beyond it.
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
      if (rest.length > LONGEST_RECORD) throw this.#neverEnds(rest);
      done += chunk.length;
      options.onChunk?.(done);
    }
    if (done < START_LENGTH) rest = start(rest).slice();
    if (rest.length > 0) {
      this.isUnfinished = true;
      const last = joined(rest, Uint8Array.of(NEWLINE));
      if (this.#readRecords(last, onRecord, options) < last.length) throw this.#neverEnds(last);
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

  /** Reads the records that end within some bytes; returns where the first one that does not starts. */
  #readRecords(bytes: Uint8Array, onRecord: () => void, { onBroken = thrown, skim }: ReadOptions): number {
    this.bytes = bytes;
    for (let start = 0; ; ) {
      const skimmed = skim?.(bytes, start) ?? { end: start, lines: 0 };
      start = skimmed.end;
      this.#nextLine += skimmed.lines;
      this.line = this.#nextLine;
      const next = this.#findFields(start);
      if (next < 0) return start;
      if (next - start > LONGEST_RECORD) throw this.#neverEnds(bytes.subarray(start, next));
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

  /** Finds the fields of the record at `start`; returns where the next one starts, -1 where this one does not end. */
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

  /** Where the quote that closes a field stands, -1 where it is not in these bytes. Counts the lines passed. */
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

  /** Where the line after `start` starts, -1 where it is not in these bytes: the record there is broken at a field. */
  #nextLineAfter(start: number, brokenField: number): number {
    this.#brokenField = brokenField;
    this.#lineBreaks = 1;
    return this.bytes.indexOf(NEWLINE, start) + 1 || -1;
  }

  /** Lines that end with a carriage return alone would be one record, with all but its first fields dropped. */
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
    return this.#fieldError(field, "goes on after its closing quote", cure);
  }

  #returnAlone(): DataError {
    return new DataError(
      { source: this.#source.name, line: this.line },
      { reason: "a carriage return stands alone", cure: "save the file with line ends LF or CRLF" },
    );
  }

  #neverEnds(bytes: Uint8Array): DataError {
    if (bytes.includes(RETURN) && !bytes.includes(NEWLINE)) return this.#returnAlone();
    const missing = this.#format.quotes ? "a quote that is not closed" : "a missing end of line";
    return new DataError(
      { source: this.#source.name, line: this.line },
      { reason: "a record never ends", cure: `look for ${missing}` },
    );
  }

  #mixedEncodings(value: string): DataError {
    return new DataError(
      { source: this.#source.name },
      { value, reason: "is UTF-8 in a file of latin1", cure: "save the whole file in one encoding" },
    );
  }

  #utf8AsLatin1(): DataError {
    return new DataError(
      { source: this.#source.name },
      { reason: "the file is UTF-8 and read as latin1", cure: 'read it with encoding: "utf-8"' },
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
