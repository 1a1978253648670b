import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { notARegularFile } from "./cannot-open.js";

const UNFINISHED = /^\.[0-9a-f]{16}\.half$/;
const STALE_AFTER_MS = 3_600_000;

/**
 * Writes a temporary file and renames it, so that readers see the old content or the new one, even
 * with concurrent writers or after a crash. The temporary name is random and must not exist, so
 * that no link is followed. Temporary files of this path that are older than an hour are removed.
 *
 * @throws DataError if the path is not a regular file.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const present = await stat(path).catch(() => undefined);
  if (present && !present.isFile()) throw notARegularFile(path, present);
  await removeStaleFiles(path);
  const temporary = `${path}.${randomBytes(8).toString("hex")}.half`;
  const file = await open(temporary, "wx");
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function removeStaleFiles(path: string): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)];
  const isUnfinished = (file: string) => file.startsWith(name) && UNFINISHED.test(file.slice(name.length));
  const files = await readdir(folder).catch((): string[] => []);
  for (const file of files.filter(isUnfinished)) {
    const found = await stat(join(folder, file)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_AFTER_MS) await rm(join(folder, file), { force: true });
  }
}
