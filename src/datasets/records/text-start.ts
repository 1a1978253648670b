import { DataError } from "./data-error.js";
import type { Encoding, TextSource } from "./text-source.js";

/** Number of bytes that identify the type of a file. */
export const START_LENGTH = 4;

/** The first bytes of files that cannot be parsed. */
const UNSUPPORTED_SIGNATURES: readonly { what: string; cure: string; bytes: readonly number[] }[] = [
  { what: "UTF-16", cure: "save it as UTF-8", bytes: [0xff, 0xfe] },
  { what: "UTF-16", cure: "save it as UTF-8", bytes: [0xfe, 0xff] },
  { what: "a zip", cure: "unpack it", bytes: [0x50, 0x4b, 3, 4] },
  { what: "compressed by gzip", cure: "unpack it", bytes: [0x1f, 0x8b] },
];
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** Bytes without their byte order mark; a {@link DataError} for another type of file. */
export function withoutByteOrderMark(bytes: Uint8Array, source: TextSource, encoding: Encoding): Uint8Array {
  const startsWith = (mark: readonly number[]) => mark.every((byte, position) => bytes[position] === byte);
  const isWide = bytes[0] === 0 || bytes[1] === 0;
  const signature =
    UNSUPPORTED_SIGNATURES.find((each) => startsWith(each.bytes)) ??
    (isWide ? UNSUPPORTED_SIGNATURES[0] : undefined);
  if (signature) {
    throw new DataError(
      { source: source.name },
      { reason: `the file is ${signature.what}`, cure: signature.cure },
    );
  }
  if (!startsWith(UTF8_MARK)) return bytes;
  if (encoding === "utf-8") return bytes.subarray(UTF8_MARK.length);
  throw new DataError(
    { source: source.name },
    {
      reason: `the file is marked as UTF-8 but is read as ${encoding}`,
      cure: 'read it with encoding: "utf-8"',
    },
  );
}
