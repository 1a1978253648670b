import fc from "fast-check";

type Change = (bytes: number[]) => number[];

/**
 * What means something to a reader: separators, quotes, line ends, parts of numbers, UTF-8 and NUL.
 */
const SPECIAL = Buffer.from('"""\n\n\r,,\t|::; .-+e01259\0\xff\xc3\xa9\xa0', "latin1");

const share = fc.noBias(fc.nat(9999)).map((tenThousandths) => tenThousandths / 10_000);
const special = fc.constantFrom(...SPECIAL);
const at = (list: { length: number }, share: number) => Math.floor(share * list.length);

function lineChange(change: (lines: string[], a: number, b: number) => string[]): fc.Arbitrary<Change> {
  return fc.tuple(share, share).map(([a, b]) => (bytes) => {
    const lines = Buffer.from(bytes).toString("latin1").split("\n");
    return [...Buffer.from(change(lines, at(lines, a), at(lines, b)).join("\n"), "latin1")];
  });
}

const flippedBit = fc.tuple(share, fc.nat(7)).map(
  ([place, bit]): Change =>
    (bytes) =>
      bytes.with(at(bytes, place), bytes[at(bytes, place)]! ^ (1 << bit)),
);
const otherByte = fc.tuple(share, special).map(
  ([place, byte]): Change =>
    (bytes) =>
      bytes.with(at(bytes, place), byte),
);
const lostBytes = fc.tuple(share, fc.nat(12)).map(
  ([place, count]): Change =>
    (bytes) =>
      bytes.toSpliced(at(bytes, place), count),
);
const moreBytes = fc.tuple(share, fc.array(special, { minLength: 1, maxLength: 3 })).map(
  ([place, more]): Change =>
    (bytes) =>
      bytes.toSpliced(at(bytes, place), 0, ...more),
);
const cutShort = share.map(
  (place): Change =>
    (bytes) =>
      bytes.slice(0, at(bytes, place)),
);
const repeatedLine = lineChange((lines, a, b) => lines.toSpliced(b, 0, lines[a]!));
const swappedLines = lineChange((lines, a, b) => lines.with(a, lines[b]!).with(b, lines[a]!));
const marked = fc.constant<Change>((bytes) => [0xef, 0xbb, 0xbf, ...bytes]);
const oldMac = fc.constant<Change>((bytes) => bytes.map((byte) => (byte === 10 ? 13 : byte)));

const anyChange = fc.oneof(
  ...[flippedBit, otherByte, lostBytes, moreBytes, repeatedLine, swappedLines].map((arbitrary) => ({
    arbitrary,
    weight: 5,
  })),
  ...[cutShort, marked, oldMac].map((arbitrary) => ({ arbitrary, weight: 1 })),
);

/** Some bytes with up to four changes made to them by chance. */
export function damaged(text: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .array(anyChange, { maxLength: 4 })
    .map((changes) =>
      changes.reduce((bytes, change) => (bytes.length > 0 ? change(bytes) : bytes), [...text]),
    )
    .map((bytes) => Uint8Array.from(bytes));
}
