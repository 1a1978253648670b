import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordFormat } from "../../../src/datasets/records/record-format.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { type TextSource, textSource } from "../../../src/datasets/records/text-source.js";

const csv: RecordFormat = { separator: ",", quotes: true };

/** Bytes that come in chunks of a size, each in the buffer of the one before. */
function sourceOf(bytes: Uint8Array, chunkSize: number): TextSource {
  const buffer = new Uint8Array(chunkSize);
  return {
    name: "test.csv",
    async *chunks() {
      for (let start = 0; start < bytes.length; start += chunkSize) {
        const chunk = bytes.subarray(start, start + chunkSize);
        buffer.set(chunk);
        yield buffer.subarray(0, chunk.length);
      }
    },
  };
}

/** All records of some bytes that come in chunks of a size, with their lines. */
async function readAll(bytes: Uint8Array | string, format = csv, chunkSize = 1 << 20) {
  const whole = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const source = sourceOf(whole, chunkSize);
  const records: { line: number; fields: string[] }[] = [];
  const reader = new RecordReader(source, format);
  await reader.read(() => records.push({ line: reader.line, fields: reader.texts() }));
  return records;
}

const fieldsOf = async (text: string, format = csv) =>
  (await readAll(text, format)).map(({ fields }) => fields);

describe("RecordReader", () => {
  test("cuts lines and fields, with LF or CRLF, with or without an end of the last line", async () => {
    const expected = [
      ["a", "b"],
      ["1", ""],
      ["", "2"],
    ];
    expect(await fieldsOf("a,b\n1,\n,2")).toEqual(expected);
    expect(await fieldsOf("a,b\r\n1,\r\n,2\r\n")).toEqual(expected);
  });

  test("reads quoted fields with separators, quotes and line breaks in them", async () => {
    const text = '1,"American President, The (1995)"\n2,"He said ""no"""\r\n3,"two\nlines"\n4,""\n';
    expect(await readAll(text)).toEqual([
      { line: 1, fields: ["1", "American President, The (1995)"] },
      { line: 2, fields: ["2", 'He said "no"'] },
      { line: 3, fields: ["3", "two\nlines"] },
      { line: 5, fields: ["4", ""] },
    ]);
  });

  test("takes quotes as they are where the format has none", async () => {
    expect(await fieldsOf('1|"Weird" title', { separator: "|", quotes: false })).toEqual([
      ["1", '"Weird" title'],
    ]);
  });

  test("keeps single colons in a text that two colons separate", async () => {
    const text = "260::Star Wars: Episode IV (1977)::Action|Sci-Fi\n";
    expect(await fieldsOf(text, { separator: "::", quotes: false })).toEqual([
      ["260", "Star Wars: Episode IV (1977)", "Action|Sci-Fi"],
    ]);
  });

  test("passes over blank lines and a byte order mark, and still counts lines", async () => {
    const records = await readAll("\uFEFFa,b\n\n\n1,2\n");
    expect(records).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 4, fields: ["1", "2"] },
    ]);
  });

  test("decodes ISO-8859-1 where told, and refuses it as UTF-8", async () => {
    const bytes = Uint8Array.of(49, 44, 0xe9, 10);
    expect((await readAll(bytes, { ...csv, encoding: "latin1" }))[0]?.fields).toEqual(["1", "é"]);
    await expect(readAll(bytes)).rejects.toThrow(
      'test.csv line 1, column 1: "é" is not UTF-8; save the file as UTF-8, or read it with encoding: "latin1"',
    );
  });

  test("names UTF-16, a quote that is never closed and one that is closed too early", async () => {
    await expect(readAll(Uint8Array.of(0xff, 0xfe, 49, 0))).rejects.toThrow(
      "test.csv: the file is UTF-16; save it as UTF-8",
    );
    await expect(readAll('a,b\n1,"open\n2,x\n')).rejects.toThrow(
      "test.csv line 2: a record has no end; look for a quote",
    );
    await expect(readAll('a,b\n1,"x"y\n')).rejects.toThrow(
      'test.csv line 2, column 1: "x" has text after its closing quote',
    );
  });

  test("goes on with the next line after a quote that is closed too early, where asked", async () => {
    const errors: string[] = [];
    const lines: number[] = [];
    const text = 'a,b\n1,"x"y\n2,"never\n3,"closed"\n4,d\n"e"\r,f';
    for (const chunkSize of [1, 3, 1000]) {
      const reader = new RecordReader(sourceOf(new TextEncoder().encode(text), chunkSize), csv);
      await reader.read(() => lines.push(reader.line), { onBroken: ({ message }) => errors.push(message) });
      expect(lines.splice(0)).toEqual([1, 4, 5]);
      expect(errors.splice(0)).toEqual([
        'test.csv line 2, column 1: "x" has text after its closing quote; double the quotes inside the field',
        expect.stringMatching(/^test.csv line 3, column 1: "never\\n3," has text after its closing quote/),
        expect.stringMatching(/^test.csv line 6, column 0: "e" has text after/),
      ]);
    }
  });

  test("refuses carriage returns alone, which would make one record of all lines", async () => {
    const message = "a carriage return has no line feed; save the file with line ends LF or CRLF";
    await expect(readAll("a,b\r1,2\r")).rejects.toThrow(`test.csv line 1: ${message}`);
    await expect(readAll("a,b\r\r\n1,2\r\r\n")).rejects.toThrow(`test.csv line 1: ${message}`);
    await expect(readAll(`a\r${"1\r".repeat(1 << 20)}`)).rejects.toThrow(message);
  });

  test("tells UTF-8 that is read as ISO-8859-1 from what is in ISO-8859-1", async () => {
    const latin1 = { ...csv, encoding: "latin1" } as const;
    await expect(readAll("a,é\n", latin1)).rejects.toThrow(
      'test.csv: the file is UTF-8 but is read as latin1; read it with encoding: "utf-8"',
    );
    await expect(readAll("\uFEFFa,b\n", latin1)).rejects.toThrow(
      "the file is marked as UTF-8 but is read as latin1",
    );
    const mixed = Uint8Array.from([...Buffer.from("Amélie,"), 0xe9, 10]);
    await expect(readAll(mixed, latin1)).rejects.toThrow(
      'test.csv: "AmÃ©lie" is UTF-8 in a latin1 file; save the whole file in one encoding',
    );
    const byChance = Uint8Array.of(0xc9, 0xbb, 44, 0xe9, 10);
    expect((await readAll(byChance, latin1))[0]?.fields).toEqual(["É»", "é"]);
  });

  test("names a file that is packed, and UTF-16 without its mark", async () => {
    await expect(readAll("PK\u0003\u0004rest")).rejects.toThrow("test.csv: the file is a zip; unpack it");
    await expect(readAll(Uint8Array.of(0x1f, 0x8b, 8, 0))).rejects.toThrow(
      "the file is compressed by gzip; unpack",
    );
    for (const bytes of [
      [49, 0, 10, 0],
      [0, 49, 0, 10],
      [0xfe, 0xff, 0, 49],
      [0xff, 0xfe],
    ]) {
      for (const size of [1, 2, 9]) {
        await expect(readAll(Uint8Array.from(bytes), csv, size)).rejects.toThrow(
          "test.csv: the file is UTF-16",
        );
      }
    }
  });

  test("takes lines of up to a megabyte, whatever the chunks", async () => {
    const line = (length: number) => `${"x".repeat(length - 1)}\n`;
    for (const chunkSize of [1 << 18, (1 << 20) + 7, 1 << 22]) {
      expect(await readAll(`a\n${line(1 << 20)}b`, csv, chunkSize)).toHaveLength(3);
      await expect(readAll(`a\n${line((1 << 20) + 1)}b`, csv, chunkSize)).rejects.toThrow(
        "test.csv line 2: a record has no end",
      );
    }
  });

  test("refuses separators and encodings that there are not", () => {
    const source = textSource("x", "");
    expect(() => new RecordReader(source, { ...csv, separator: ":" as never })).toThrow(
      'separator: ":" is none of ",", ";", "\\t", "|", "::"',
    );
    expect(() => new RecordReader(source, { ...csv, encoding: "utf8" as never })).toThrow(RangeError);
  });

  test("an endless line is an error and not an endless buffer", async () => {
    await expect(readAll(`a\n"${"x".repeat(3 << 20)}`)).rejects.toThrow(
      "test.csv line 2: a record has no end",
    );
  });

  test("gives the same records whatever the chunks", async () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "é", ",", '"', "\n", "\r", " ", ":"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, chunkSize) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        const records = await readAll(text, csv, chunkSize);
        expect(records.map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  test.each([
    ["", []],
    ["1", [true]],
    ["1\n", [false]],
    ["1\n2", [false, true]],
    ["1,2\n3,4\n", [false, false]],
    ["1,2\n3,4", [false, true]],
  ])("knows of each record of %j whether the text ends within it", async (text, expected) => {
    for (const chunkSize of [1, 2, 100]) {
      const reader = new RecordReader(sourceOf(new TextEncoder().encode(text), chunkSize), csv);
      const found: boolean[] = [];
      await reader.read(() => found.push(reader.isUnfinished));
      expect(found).toEqual(expected);
    }
  });

  test("a text is a source of its bytes", async () => {
    const reader = new RecordReader(textSource("x", "1,2"), csv);
    await reader.read(() => expect(reader.texts()).toEqual(["1", "2"]));
  });
});
