import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** The MD5 of a file, in hexadecimal. @param {string} path @param {AbortSignal} [signal] */
export function md5Of(path, signal) {
  return hashOf("md5", path, signal);
}

/** The SHA-256 of a file, in hexadecimal. @param {string} path @param {AbortSignal} [signal] */
export function sha256Of(path, signal) {
  return hashOf("sha256", path, signal);
}

/** @param {string} algorithm @param {string} path @param {AbortSignal} [signal] */
async function hashOf(algorithm, path, signal) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk);
  return hash.digest("hex");
}
