import type { Ratings } from "../../ratings/ratings.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";
import { RatingTable } from "./rating-table.js";
import type { RatingsFormat } from "./ratings-format.js";

/**
 * Reads ratings, one a row, as their bytes come: 24 bytes a rating are kept and little more held at the peak.
 * A row that cannot be read is a {@link DataError} with file, line, column, value and cure; asked with
 * `onBadRow: "skip"` it is left out and counted in `skipped`. Of a pair of user and item that comes twice, the
 * first is kept.
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
      table.expect(done / (source.size ?? Number.NaN));
      reportProgress(task, { done, total: source.size ?? done });
    },
    skim: (bytes, start) => table.skim(bytes, start),
    onBroken: (error) => table.skipRecord(error),
  });
  return table.toRatings();
}
