import { expect, test } from "vitest";
import { checkHeader } from "../../../src/datasets/records/check-header.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const wanted = ["movieId", "title", "genres"];

/** The reader after its first record, which is checked as a header. */
async function checked(text: string): Promise<RecordReader> {
  const reader = new RecordReader(textSource("movies.csv", text), { separator: ",", quotes: true });
  let isFirst = true;
  await reader.read(() => {
    if (isFirst) checkHeader(reader, "movies.csv", { wanted, of: "movies" });
    isFirst = false;
  });
  return reader;
}

test("takes the header with spaces around its names, and names columns in errors by it", async () => {
  expect((await checked('movieId, title ,"genres"\n1,a,b\n')).columnNames).toEqual(wanted);
});

test.each([
  ["another name", "movieId,name,genres"],
  ["another order", "title,movieId,genres"],
  ["too few names", "movieId,title"],
  ["too many names", "movieId,title,genres,year"],
  ["a row instead of the header", "1,a,b"],
])("refuses %s", async (_, header) => {
  await expect(checked(`\n${header}\n`)).rejects.toThrow(
    `movies.csv line 2: "${header}" is not the header of movies; expected "movieId,title,genres"`,
  );
});
