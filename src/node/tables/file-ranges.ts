import type { ByteRanges } from "../../datasets/rows/parquet-rows.js";
import { openRegularFile } from "../open-regular-file.js";

/** Opens a file of which parts can be read; it is closed when `read` has ended. */
export async function withFileRanges<T>(path: string, read: (file: ByteRanges) => Promise<T>): Promise<T> {
  const { file, size } = await openRegularFile(path);
  const slice = async (start: number, end = size) => {
    const bytes = new Uint8Array(end - start);
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.buffer;
  };
  try {
    return await read({ byteLength: size, slice });
  } finally {
    await file.close();
  }
}
