import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** The MD5 of a file, in hexadecimal. @param {string} path @param {AbortSignal} [signal] */
export async function md5Of(path, signal) {
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk);
  return hash.digest("hex");
}
