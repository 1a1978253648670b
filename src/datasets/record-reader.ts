import { DataError } from "./data-error.js";
import type { Encoding, TextSource } from "./text-source.js";

export type Separator = "," | ";" | "\t" | "|" | "::";

/** How a text is cut into records and fields. */
export interface RecordFormat {
  readonly separator: Separator;
  /** Whether a field may stand in double quotes, a quote inside it doubled: true for CSV. */
  readonly quotes: boolean;
  /** @default "utf-8" */
  readonly encoding?: Encoding;
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const LONGEST_RECORD = 1 << 20;

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
  readonly #isQuoted: boolean[] = [];
  readonly #source: TextSource;
  readonly #format: RecordFormat;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #nextLine = 1;
  #lineBreaks = 0;

  constructor(source: TextSource, format: RecordFormat) {
    this.#source = source;
    this.#format = format;
  }

  /** Goes through the whole text and calls back at each record; `onChunk` hears how many bytes are done. */
  async read(onRecord: () => void, onChunk?: (done: number) => void): Promise<void> {
    let rest: Uint8Array | undefined;
    let done = 0;
    for await (const chunk of this.#source.chunks()) {
      const bytes: Uint8Array = rest ? joined(rest, chunk) : this.#withoutMark(chunk);
      const end = this.#readRecords(bytes, onRecord);
      rest = bytes.slice(end);
      if (rest.length > LONGEST_RECORD) throw this.#neverEnds();
      done += chunk.length;
      onChunk?.(done);
    }
    if (rest && rest.length > 0) {
      const last = joined(rest, Uint8Array.of(NEWLINE));
      if (this.#readRecords(last, onRecord) < last.length) throw this.#neverEnds();
    }
  }

  /** The text of a field of the current record. */
  text(field: number): string {
    const bytes = this.bytes.subarray(this.starts[field], this.ends[field]);
    const text = this.#format.encoding === "latin1" ? latin1Text(bytes) : this.#utf8Text(bytes, field);
    return this.#isQuoted[field] ? text.replaceAll('""', '"') : text;
  }

  /** The texts of all fields of the current record. */
  texts(): string[] {
    return Array.from({ length: this.fieldCount }, (_, field) => this.text(field));
  }

  /** Reads the records that end within some bytes; returns where the first one that does not starts. */
  #readRecords(bytes: Uint8Array, onRecord: () => void): number {
    this.bytes = bytes;
    for (let start = 0; ; ) {
      this.line = this.#nextLine;
      const next = this.#findFields(start);
      if (next < 0) return start;
      this.#nextLine += this.#lineBreaks;
      const isBlank = this.fieldCount === 1 && this.starts[0] === this.ends[0] && !this.#isQuoted[0];
      if (!isBlank) onRecord();
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
    for (let field = 0; ; field++) {
      if (quotes && bytes[position] === QUOTE) {
        const close = this.#closingQuote(position + 1);
        if (close < 0) return -1;
        starts[field] = position + 1;
        ends[field] = close;
        this.#isQuoted[field] = true;
        position = bytes[close + 1] === RETURN ? close + 2 : close + 1;
        if (position >= length) return -1;
        if (bytes[position] !== first && bytes[position] !== NEWLINE) throw this.#afterQuote(field);
      } else {
        starts[field] = position;
        while (position < length) {
          const byte = bytes[position]!;
          if (byte === NEWLINE || (byte === first && (second < 0 || bytes[position + 1] === second))) break;
          position++;
        }
        if (position >= length) return -1;
        const isReturn =
          bytes[position] === NEWLINE && position > starts[field]! && bytes[position - 1] === RETURN;
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

  #utf8Text(bytes: Uint8Array, field: number): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new DataError(
        { source: this.#source.name, line: this.line, column: field },
        {
          value: latin1Text(bytes),
          reason: "is not UTF-8",
          cure: 'pass encoding: "latin1", or save the file as UTF-8',
        },
      );
    }
  }

  #withoutMark(bytes: Uint8Array): Uint8Array {
    const [first, second, third] = bytes;
    if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
    if (
      (first === 0xff && second === 0xfe) ||
      (first === 0xfe && second === 0xff) ||
      first === 0 ||
      second === 0
    ) {
      throw new DataError(
        { source: this.#source.name },
        { reason: "the file is UTF-16", cure: "save it as UTF-8" },
      );
    }
    return bytes;
  }

  #afterQuote(field: number): DataError {
    return new DataError(
      { source: this.#source.name, line: this.line, column: field },
      {
        value: this.text(field),
        reason: "goes on after its closing quote",
        cure: "double the quotes inside the field",
      },
    );
  }

  #neverEnds(): DataError {
    const quotes = this.#format.quotes
      ? "look for a quote that is not closed"
      : "look for a missing end of line";
    return new DataError(
      { source: this.#source.name, line: this.line },
      { reason: "a record never ends", cure: quotes },
    );
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function latin1Text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
