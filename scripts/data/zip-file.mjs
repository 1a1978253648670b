import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";

/**
 * Opens a zip with yauzl. The reader of yauzl throws an uncaught error for positions beyond the
 * possible file sizes; this reader fails with an error that can be caught.
 *
 * @param {string} path
 * @param {import("yauzl").Options} options
 */
export async function openZip(path, options) {
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import("yauzl");
  const { size } = await stat(path);

  class FileReader extends RandomAccessReader {
    /** @override @param {number} start @param {number} end */
    _readStreamForRange(start, end) {
      const isInside = start >= 0 && start <= end && end <= size;
      if (isInside) return createReadStream(path, { start, end: end - 1 });
      return new Readable({
        read() {
          this.destroy(new Error(`it names bytes ${start} to ${end} of ${size}`));
        },
      });
    }
  }

  return fromRandomAccessReaderPromise(new FileReader(), size, options);
}
