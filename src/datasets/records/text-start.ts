import { DataError } from "./data-error.js";
import type { Encoding, TextSource } from "./text-source.js";

/** How many bytes tell what a file is. */
export const START_LENGTH = 4;

/** The first bytes of files that are no text that can be read. */
const STRANGERS: readonly { what: string; cure: string; bytes: readonly number[] }[] = [
  { what: "UTF-16", cure: "save it as UTF-8", bytes: [0xff, 0xfe] },
  { what: "UTF-16", cure: "save it as UTF-8", bytes: [0xfe, 0xff] },
  { what: "a zip", cure: "unpack it", bytes: [0x50, 0x4b, 3, 4] },
  { what: "packed by gzip", cure: "unpack it", bytes: [0x1f, 0x8b] },
];
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** The start of a text without its byte order mark; a {@link DataError} where it is another kind of file. */
export function withoutMark(bytes: Uint8Array, source: TextSource, encoding: Encoding): Uint8Array {
  const startsWith = (mark: readonly number[]) => mark.every((byte, position) => bytes[position] === byte);
  const isWide = bytes[0] === 0 || bytes[1] === 0;
  const stranger = STRANGERS.find((each) => startsWith(each.bytes)) ?? (isWide ? STRANGERS[0] : undefined);
  if (stranger) {
    throw new DataError(
      { source: source.name },
      { reason: `the file is ${stranger.what}`, cure: stranger.cure },
    );
  }
  if (!startsWith(UTF8_MARK)) return bytes;
  if (encoding === "utf-8") return bytes.subarray(UTF8_MARK.length);
  throw new DataError(
    { source: source.name },
    { reason: `the file is marked as UTF-8 and read as ${encoding}`, cure: 'read it with encoding: "utf-8"' },
  );
}
