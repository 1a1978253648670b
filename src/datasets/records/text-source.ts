/** A stream of bytes of text: a file, a response, a test. */
export interface TextSource {
  /** The name for errors, such as a file name. */
  readonly name: string;
  /** Number of bytes, if known. */
  readonly size?: number;
  /** The bytes in order. A chunk is valid until the next one is requested. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** The encoding of a text. */
export type Encoding = "utf-8" | "latin1";

/** A text as a source, for tests and web pages. */
export function textSource(name: string, text: string): TextSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}
