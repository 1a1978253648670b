import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { notARegularFile } from "./cannot-open.js";

const UNFINISHED = /^\.[0-9a-f]{16}\.half$/;
const STALE_AFTER_MS = 3_600_000;

/**
 * Writes a file beside its final place and then renames it, so that readers see the old content or the new, also where
 * several writers or a crash get in the way. The temporary name is random and must be new: no link that somebody
 * placed there is followed. What a killed writer of this path left over an hour ago is removed.
 *
 * @throws DataError where something else than a regular file has this name.
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
