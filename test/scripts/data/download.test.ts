// @module-tag slow
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { download } from "../../../scripts/data/download.mjs";
import { scratchFolder } from "../scratch-course.js";
import { type Answer, sendPart, serve, startOf } from "./zip-server.js";

const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * i) % 251));
const all = sendPart(bytes);
const path = () => join(scratchFolder(), "zip");

/**
 * Downloads from a server that answers so; gives what was said, the file, and the ranges it asked
 * for.
 */
async function downloaded(
  answer: Answer,
  { file = path(), silence = 300, signal = undefined as AbortSignal | undefined } = {},
) {
  const { url, ranges } = await serve(answer);
  const progress: number[] = [];
  const onProgress = (done: number) => void progress.push(done);
  const said = await download(url, file, {
    bytes: bytes.length,
    onProgress,
    silence,
    signal,
    pauses: [1, 1, 1, 1],
  }).then(
    () => "",
    (error) => String(error.message).replaceAll(url.host, "HOST"),
  );
  return { said, got: readFileSync(file), ranges, progress };
}

test("a file comes whole, and its progress is told", async () => {
  const { said, got, ranges, progress } = await downloaded(all);
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
  expect(ranges).toEqual([""]);
  expect([progress[0], progress.at(-1)]).toEqual([0, bytes.length]);
});

test("a line that drops is taken up where it broke", async () => {
  const { said, got, ranges } = await downloaded((request, response, attempt) =>
    sendPart(bytes, { upTo: Math.min(attempt * 20_000, bytes.length) })(request, response, attempt),
  );
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
  expect(ranges).toEqual(["", "bytes=20000-", "bytes=40000-"]);
});

test("a line that drops again and again is given up, and what came is kept", async () => {
  const { said, got, ranges } = await downloaded(sendPart(bytes, { upTo: 1000 }));
  expect(said).toMatch(
    /^The connection to HOST failed \(UND_ERR_SOCKET\); check the network, try again later, or fetch/,
  );
  expect(got.length).toBe(1000);
  expect(ranges.length).toBe(5);
});

test("as long as each attempt brings a good part, it goes on", async () => {
  const { said, got, ranges } = await downloaded((request, response, attempt) =>
    sendPart(bytes, { upTo: Math.min(attempt * 5000, bytes.length) })(request, response, attempt),
  );
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
  expect(ranges.length).toBe(10);
});

test("what an earlier run has brought is not asked for again", async () => {
  const file = path();
  writeFileSync(file, bytes.subarray(0, 30_000));
  expect(await downloaded(all, { file })).toMatchObject({ said: "", got: bytes, ranges: ["bytes=30000-"] });
  expect(await downloaded(all, { file })).toMatchObject({ said: "", got: bytes, ranges: [] });
});

test("a server that knows no ranges is read from the beginning", async () => {
  const file = path();
  writeFileSync(file, "what another run has left");
  const { said, got } = await downloaded((_, response) => void response.end(bytes), { file });
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
});

test("a server that sends another part than asked for is asked for all", async () => {
  const file = path();
  writeFileSync(file, bytes.subarray(0, 10));
  const { said, got, ranges } = await downloaded(
    (request, response) => {
      if (startOf(request) === 0) return void response.end(bytes);
      response.writeHead(206, { "content-range": `bytes 5-49999/50000` }).end(bytes.subarray(5));
    },
    { file },
  );
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
  expect(ranges).toEqual(["bytes=10-", ""]);
});

test("more on the disk than the file has is begun again", async () => {
  const file = path();
  writeFileSync(file, Buffer.alloc(bytes.length + 1));
  expect(await downloaded(all, { file })).toMatchObject({
    said: "",
    got: bytes,
    ranges: ["bytes=50001-", ""],
  });
});

test("a length that is too short is not believed", async () => {
  const { said, got } = await downloaded((request, response) => {
    const start = startOf(request);
    const part = bytes.subarray(start, start + 15_000);
    const headers = { "content-length": part.length, "content-range": `bytes ${start}-/15000` };
    response.writeHead(start > 0 ? 206 : 200, headers).end(part);
  });
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
});

test("a length that is too long is not believed: what comes counts", async () => {
  const { said, got } = await downloaded((_, response) => {
    response.writeHead(200, { "content-length": 10 * bytes.length });
    response.write(bytes);
  });
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
});

test("a server that sends without end is left when the file is full", async () => {
  const { said, got, ranges } = await downloaded((_, response) => {
    const more = () => void (response.writable && response.write(bytes.subarray(0, 30_000), more));
    more();
  });
  expect([said, got.length, ranges.length]).toEqual(["", bytes.length, 1]);
});

test("a file that ends early is asked for again, and given up where it stays so", async () => {
  const { said, got, ranges } = await downloaded((_, response) => void response.end("another file"));
  expect(said).toMatch(
    /^http:\/\/HOST\/set\.zip ended after 1 kB of 50 kB; check the network, try again later, or fetch the zip/,
  );
  expect([`${got}`, ranges.length]).toEqual(["another file", 5]);
});

test("a missing length is no trouble", async () => {
  const { said, got } = await downloaded((_, response) => {
    response.write(bytes.subarray(0, 7));
    response.end(bytes.subarray(7));
  });
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
});

test("a slow server is waited for as long as something comes", async () => {
  const { said, got } = await downloaded(async (_, response) => {
    for (let at = 0; at < bytes.length; at += 10_000) {
      response.write(bytes.subarray(at, at + 10_000));
      await pause(100);
    }
    response.end();
  });
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
});

test("a server that falls silent is left after a while, and asked again", async () => {
  const stalls: Answer = (_, response) => void response.write(bytes.subarray(0, 100));
  const { said, got, ranges } = await downloaded(stalls, { silence: 50 });
  expect(said).toMatch(
    /^HOST has sent nothing for 0\.05 s; check the network, try again later, or fetch the zip in a browser and/,
  );
  expect(got.length).toBe(100);
  expect(ranges.length).toBe(5);
  expect((await downloaded(() => {}, { silence: 50 })).said).toMatch(/^HOST has sent nothing/);
});

test.each([
  [404, 1, "answers 404; fetch the zip in a browser and name it with --from."],
  [403, 1, "answers 403; fetch"],
  [500, 5, "answers 500; check the network, try again later, or fetch"],
  [503, 5, "answers 503; check the network, try again later, or fetch"],
])("an answer of %i is a sentence after %i attempts", async (status, attempts, sentence) => {
  const { said, got, ranges } = await downloaded(
    (_, response) => void response.writeHead(status).end("sorry"),
  );
  expect(said).toContain(`http://HOST/set.zip ${sentence}`);
  expect([got.length, ranges.length]).toEqual([0, attempts]);
});

test("a server that was busy once is asked again", async () => {
  const { said, got } = await downloaded((request, response, attempt) =>
    attempt === 1 ? void response.writeHead(503).end() : all(request, response, attempt),
  );
  expect(said).toBe("");
  expect(got.equals(bytes)).toBe(true);
});

test("a web page in place of the zip is named", async () => {
  const page: Answer = (_, response) =>
    void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>Log in");
  expect(await downloaded(page)).toMatchObject({
    said: expect.stringMatching(/answers with a web page; log in where your network wants that, or fetch/),
    ranges: [""],
  });
});

test("a redirect is followed within the origin, not to another one without https, and not for ever", async () => {
  const redirect =
    (location: string): Answer =>
    (request, response, attempt) =>
      request.url === "/set.zip"
        ? void response.writeHead(302, { location }).end()
        : all(request, response, attempt);
  expect(await downloaded(redirect("/mirror.zip"))).toMatchObject({ said: "", got: bytes });
  expect((await downloaded(redirect("http://127.0.0.2:1/x"))).said).toMatch(
    /^http:\/\/HOST\/set\.zip redirects to http:\/\/127\.0\.0\.2:1\/x, which is not https; fetch/,
  );
  expect((await downloaded(redirect("file:///etc/passwd"))).said).toContain("which is not https");
  expect((await downloaded(redirect("/set.zip"))).said).toContain("redirects more than 5 times");
});

test("a server that is not there is a sentence", async () => {
  const file = path();
  const nowhere = download(new URL("http://127.0.0.1:1/x.zip"), file, { bytes: 9, pauses: [] });
  await expect(nowhere).rejects.toThrow(/^The connection to 127\.0\.0\.1:1 failed \(.+\); check the network/);
  const gone = download(new URL("http://no-such-host.invalid/x.zip"), file, { bytes: 9, pauses: [] });
  await expect(gone).rejects.toThrow(
    /^The connection to no-such-host\.invalid failed \((ENOTFOUND|EAI_AGAIN)\)/,
  );
});

test("an abort ends the download or the pause before the next attempt, and keeps what came", async () => {
  const slow: Answer = (_, response) => void response.write(bytes.subarray(0, 100));
  const stopped = await downloaded(slow, { signal: AbortSignal.timeout(100), silence: 5000 });
  expect(stopped).toMatchObject({ said: expect.stringMatching(/abort|timeout/), ranges: [""] });
  expect(stopped.got.length).toBe(100);

  const { url } = await serve((_, response) => void response.writeHead(500).end());
  const waits = download(url, path(), { bytes: 9, pauses: [60_000], signal: AbortSignal.timeout(100) });
  await expect(waits).rejects.toThrow(/abort|timeout/);
});

test("trouble with the disk stays what it is", async () => {
  const { url } = await serve(all);
  const nowhere = join(scratchFolder(), "missing", "zip");
  await expect(download(url, nowhere, { bytes: 9 })).rejects.toThrow("ENOENT");
  expect(existsSync(nowhere)).toBe(false);
});

test("a server that sends a byte now and then is left like one that sends nothing", async () => {
  const trickle: Answer = (_, response) => {
    const timer = setInterval(() => response.write("x"), 30);
    response.on("close", () => clearInterval(timer));
  };
  const { said } = await downloaded(trickle, { silence: 300 });
  expect(said).toMatch(
    /^HOST has sent less than 1 kB a second for 0\.3 s; check the network, try again later/,
  );
});
