/** Bytes of text from anywhere: a file, an answer of a server, a test. */
export interface TextSource {
  /** What errors call it: a file's name. */
  readonly name: string;
  /** How many bytes there are, where that is known. */
  readonly size?: number;
  /** The bytes in order. A chunk may be overwritten once the next one is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** How bytes stand for letters. */
export type Encoding = "utf-8" | "latin1";

/** A text as a source, for tests and for the web. */
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
