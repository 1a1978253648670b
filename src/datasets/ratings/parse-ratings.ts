import type { Ratings } from "../../ratings/ratings.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";
import { RatingTable } from "./rating-table.js";
import type { RatingsFormat } from "./ratings-format.js";

/**
 * Parses ratings, one per row, as a stream: the result takes 24 bytes per rating, and the peak is
 * little higher. A row that cannot be parsed is a {@link DataError} with file, line, column, value
 * and what to do; with `onBadRow: "skip"` it is left out and counted in `skipped`. Of a repeated
 * pair of user and item, the first row is kept.
 */
export async function parseRatings(
  source: TextSource,
  format: RatingsFormat,
  task: TaskOptions = {},
): Promise<Ratings> {
  const reader = new RecordReader(source, format);
  const table = new RatingTable(source.name, reader, format);
  await reader.read(() => table.readRecord(), {
    onChunk: (done) => {
      table.expectRest(done / (source.size ?? Number.NaN));
      reportProgress(task, { done, total: source.size ?? done });
    },
    readPlainRows: (bytes, start) => table.readPlainRows(bytes, start),
    onBroken: (error) => table.skipRecord(error),
  });
  return table.toRatings();
}
