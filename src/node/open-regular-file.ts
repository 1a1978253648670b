import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { cannotOpen, notARegularFile } from "./cannot-open.js";

/** Without it, opening a pipe waits for its other end. Windows does not have it. */
const NONBLOCKING = constants.O_NONBLOCK ?? 0;

/**
 * Opens a file for reading. A folder, a pipe, a socket or a device is a `DataError`, because
 * readers use the size and may read the start twice.
 */
export async function openRegularFile(path: string): Promise<{ file: FileHandle; size: number }> {
  const file = await open(path, constants.O_RDONLY | NONBLOCKING).catch((error: NodeJS.ErrnoException) => {
    throw cannotOpen(path, error);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw notARegularFile(path, stat);
    return { file, size: stat.size };
  } catch (error) {
    await file.close();
    throw error;
  }
}
