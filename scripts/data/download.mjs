import { open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { Stop } from "../lib/program.mjs";
import { sizeText } from "./text.mjs";

const MOST_REDIRECTS = 5;
const ELSEWHERE = "fetch the zip in a browser and name it with --from";
const LATER = `check the network, try again later, or ${ELSEWHERE}`;

/** In bytes per second; a slower server counts as not responding. */
const SLOWEST = 1000;

/** A failure that the next attempt may not have. */
class Interruption extends Stop {
  /** @param {string} what */
  constructor(what) {
    super(`${what}; ${LATER}.`);
    this.what = what;
  }
}

/**
 * @typedef {object} DownloadOptions
 * @property {number} bytes size of the file; that of the server is ignored
 * @property {(done: number) => void} [onProgress] called with the number of bytes so far
 * @property {AbortSignal} [signal]
 * @property {number} [silence] milliseconds in which at least a kilobyte a second must come
 * @property {number[]} [pauses] milliseconds before each new attempt
 * @property {(what: string, pause: number) => void} [onPause] called with the reason and the
 *   milliseconds
 */

/**
 * Downloads a file of known size, and resumes an interrupted download, also of an earlier run.
 * Gives up after five attempts in a row that each brought less than a twentieth of the file. The
 * caller checks the content.
 *
 * @param {URL} url
 * @param {string} path
 * @param {DownloadOptions} options
 */
export async function download(url, path, options) {
  const { bytes, signal, pauses = [1000, 2000, 4000, 8000], onPause } = options;
  const file = await open(path, "a");
  const size = async () => (await file.stat()).size;
  try {
    for (let failures = 0; ; failures++) {
      const before = await size();
      try {
        return await downloadRest(url, file, options);
      } catch (error) {
        if (signal?.aborted || !(error instanceof Interruption)) throw error;
        if ((await size()) - before >= bytes / 20) failures = 0;
        const wait = pauses[failures];
        if (wait === undefined) throw error;
        onPause?.(error.what, wait);
        await pause(wait, undefined, { signal });
      }
    }
  } finally {
    await file.close();
  }
}

/**
 * @param {URL} url
 * @param {import("node:fs/promises").FileHandle} file
 * @param {DownloadOptions} options
 */
async function downloadRest(url, file, { bytes, onProgress = () => {}, signal, silence = 30_000 }) {
  let done = (await file.stat()).size;
  if (done === bytes) return;

  const silent = new AbortController();
  let lately = 0;
  const giveUp = () => {
    const little = lately === 0 ? "nothing" : `less than ${SLOWEST / 1000} kB a second`;
    silent.abort(new Interruption(`${url.host} has sent ${little} for ${silence / 1000} s`));
  };
  const timer = setTimeout(giveUp, silence);
  const stopped = AbortSignal.any([silent.signal, ...(signal ? [signal] : [])]);
  try {
    const { resumes, chunks } = await ask(url, done, stopped);
    if (!resumes) {
      await file.truncate(0);
      done = 0;
    }
    onProgress(done);
    for await (const chunk of chunks) {
      lately += chunk.length;
      if (lately >= (SLOWEST * silence) / 1000) {
        timer.refresh();
        lately = 0;
      }
      const wanted = chunk.subarray(0, bytes - done);
      await file.appendFile(wanted);
      done += wanted.length;
      onProgress(done);
      if (done === bytes) return;
    }
  } catch (error) {
    throw stopped.aborted ? stopped.reason : explain(error, url);
  } finally {
    clearTimeout(timer);
    silent.abort(); // the request, if it is still running
  }
  throw new Interruption(`${url} ended after ${sizeText(done)} of ${sizeText(bytes)}`);
}

/**
 * Requests a file from byte `start` on.
 *
 * @param {URL} url
 * @param {number} start
 * @param {AbortSignal} signal
 * @returns {Promise<{ resumes: boolean, chunks: AsyncIterable<Uint8Array> | Uint8Array[] }>}
 *   `resumes`: whether the chunks begin at `start`, not at 0; without chunks, the server has no
 *   such range
 */
async function ask(url, start, signal) {
  const headers = { "accept-encoding": "identity", ...(start > 0 && { range: `bytes=${start}-` }) };
  const { status, headers: answered, body } = await followRedirects(url, { headers, signal });
  const sendsPart = answered.get("content-range")?.startsWith(`bytes ${start}-`);
  if (status === 416 || (status === 206 && !sendsPart)) return { resumes: false, chunks: [] };
  if (status === 429 || status >= 500) throw new Interruption(`${url} answers ${status}`);
  if (status !== 200 && status !== 206) throw new Stop(`${url} answers ${status}; ${ELSEWHERE}.`);
  if (answered.get("content-type")?.startsWith("text/html")) {
    throw new Stop(`${url} answers with a web page; log in where your network wants that, or ${ELSEWHERE}.`);
  }
  return { resumes: status === 206, chunks: body ?? [] };
}

/**
 * Like `fetch`, but follows redirects only to https or within the same origin.
 *
 * @param {URL} url
 * @param {RequestInit} options
 */
async function followRedirects(url, options) {
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await fetch(at, { ...options, redirect: "manual" });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || !location) return response;
    await response.body?.cancel();
    const next = new URL(location, at);
    if (next.protocol !== "https:" && next.origin !== at.origin) {
      throw new Stop(`${at} redirects to ${next}, which is not https; ${ELSEWHERE}.`);
    }
    at = next;
  }
  throw new Stop(`${url} redirects more than ${MOST_REDIRECTS} times; ${LATER}.`);
}

/**
 * An error of `fetch` as a sentence; disk errors unchanged. @param {unknown} error @param {URL} url
 */
function explain(error, { host }) {
  // The message of fetch is only "fetch failed" or "terminated"; the reason is in the cause.
  if (!(error instanceof TypeError)) return error;
  const { code = error.message } = /** @type {{ code?: string }} */ (error.cause ?? {});
  if (/CERT|SELF_SIGNED|ALTNAME/.test(code)) {
    return new Stop(`The certificate of ${host} is not valid (${code}); ${ELSEWHERE}.`);
  }
  return new Interruption(`The connection to ${host} failed (${code})`);
}
