import { createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { Stop } from "../lib/program.mjs";
import { openZip } from "./zip-file.mjs";

const MOST_ENTRIES = 100;

/**
 * A file in the top folder, or that folder itself; excludes "..", drives, backslashes and blanks.
 */
const NAME = /^(?<top>[\w-]+)\/(?<file>\w([\w.-]*\w)?)?$/;

/** Names of devices on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * Unpacks the files of the only top folder of a zip. Throws a `Stop` for what no data set has:
 * other paths, links, repeated files, encryption, more than `limit` bytes in all (counted while
 * unpacking), damage. The folder may then have some of the files.
 *
 * @param {string} zip
 * @param {string} folder an empty folder
 * @param {object} options
 * @param {number} options.limit in bytes
 * @param {readonly string[]} [options.only] the files to unpack; all files without it
 * @param {AbortSignal} [options.signal]
 */
export async function unpack(zip, folder, { limit, only, signal }) {
  const refuse = (/** @type {string} */ why) =>
    new Stop(`${basename(zip)} ${why}, so it is not unpacked; download it again from GroupLens.`);
  const seen = { tops: new Set(), files: new Set() };
  let bytes = 0;
  let archive;
  try {
    archive = await openZip(zip, { strictFileNames: true });
    if (archive.entryCount > MOST_ENTRIES) throw refuse(`holds ${archive.entryCount} files`);
    for await (const entry of archive.eachEntry()) {
      const { top, file } = NAME.exec(entry.fileName)?.groups ?? {};
      const shown = JSON.stringify(entry.fileName);
      const fault = faultOf(entry, { top, file, seen });
      if (fault) throw refuse(`holds ${shown}, which is ${fault}`);
      if (!file || only?.includes(file) === false) continue;

      let crc = 0;
      const measured = async function* (/** @type {AsyncIterable<Buffer>} */ chunks) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > limit) throw refuse(`holds more than ${limit} bytes`);
          // Node before 20.15 has no crc32; the checksum of the whole zip is checked anyway.
          crc = zlib.crc32?.(chunk, crc) ?? entry.crc32;
          yield chunk;
        }
      };
      const out = createWriteStream(join(folder, file), { flags: "wx", flush: true });
      await pipeline(await archive.openReadStreamPromise(entry), measured, out, { signal });
      if (crc !== entry.crc32) throw refuse(`holds ${shown} with a wrong CRC`);
    }
  } catch (error) {
    throw isAboutTheZip(error) && !signal?.aborted ? refuse(`is damaged (${error.message})`) : error;
  } finally {
    archive?.close();
  }
}

/**
 * The fault of an entry, before it is read; undefined for a valid one.
 *
 * @param {import("yauzl").Entry} entry
 * @param {{ top?: string, file?: string, seen: { tops: Set<string>, files: Set<string> } }} place
 */
function faultOf(entry, { top, file, seen }) {
  if (!top || seen.tops.add(top).size > 1) return "not in its one top folder";
  const unixType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (![0, 0o100000, 0o040000].includes(unixType)) return "a link or a device";
  if (entry.isEncrypted()) return "encrypted";
  if (!file) return;
  const sameForAllSystems = file.toLowerCase();
  if (DEVICE.test(sameForAllSystems)) return "a device on Windows";
  if (seen.files.has(sameForAllSystems)) return "there twice";
  seen.files.add(sameForAllSystems);
}

/**
 * Whether an error is of the zip library or zlib: disk errors have a system call. @param {unknown}
 * error @returns {error is Error}
 */
function isAboutTheZip(error) {
  return error instanceof Error && !(error instanceof Stop) && !("syscall" in error);
}
