import { createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { Stop } from "../lib/program.mjs";
import { openZip } from "./zip-file.mjs";

const MOST_ENTRIES = 100;

/** A file in the one top folder, or that folder itself. No "..", drive, backslash or blank can be meant by it. */
const NAME = /^(?<top>[\w-]+)\/(?<file>\w([\w.-]*\w)?)?$/;

/** Names that Windows takes for devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * Unpacks the files of a zip's one top folder into a folder. Refuses with a `Stop` what a data set never has: other
 * paths, links, files twice, encryption, more than `limit` bytes in all (counted as they come), damage. The folder may
 * then hold a part.
 *
 * @param {string} zip
 * @param {string} folder there and empty
 * @param {object} options
 * @param {number} options.limit in bytes
 * @param {readonly string[]} [options.only] the files to unpack, others are left out; all where it is missing
 * @param {AbortSignal} [options.signal]
 */
export async function unpack(zip, folder, { limit, only, signal }) {
  const refuse = (/** @type {string} */ why) =>
    new Stop(`${basename(zip)} ${why}, so it is not unpacked; get it anew from GroupLens.`);
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
          // Before Node 20.15, which has no crc32, the checksum of the whole zip has to do.
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
 * What is wrong with an entry before it is read; nothing where it may be.
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

/** An error of the zip library or of zlib: those of the disk name a system call. @param {unknown} error @returns {error is Error} */
function isAboutTheZip(error) {
  return error instanceof Error && !(error instanceof Stop) && !("syscall" in error);
}
