import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serveFolder } from "../../scripts/lib/serve-folder.mjs";

/** The status of an address as it is written; `fetch` would take ".." out of it. */
function statusOf(address: string, path: string): Promise<number | undefined> {
  return new Promise((give, fail) => {
    const asked = request(address, { path }, (response) => {
      response.resume();
      give(response.statusCode);
    });
    asked.on("error", fail).end();
  });
}

test("serves files under a path, index.html for a folder, and nothing outside", async () => {
  const outer = mkdtempSync(join(tmpdir(), "reelbook-serve-"));
  onTestFinished(() => rmSync(outer, { recursive: true }));
  const folder = join(outer, "site");
  mkdirSync(join(folder, "é"), { recursive: true });
  writeFileSync(join(outer, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "front");
  writeFileSync(join(folder, "é/a b.json"), "{}");
  const server = await serveFolder(folder, { path: "/sub/" });
  onTestFinished(() => server.end());

  expect(await (await fetch(server.address)).text()).toBe("front");
  const file = await fetch(`${server.address}é/a b.json?x=1`);
  expect([file.headers.get("content-type"), await file.text()]).toEqual(["application/json", "{}"]);
  const { origin } = new URL(server.address);
  for (const path of ["/", "/sub", "/sub/none", "/sub/é/", "/sub/%E0%A4%A"]) {
    expect(await statusOf(origin, encodeURI(path).replaceAll("%25", "%")), path).toBe(404);
  }
  for (const path of [
    "/sub/../secret.txt",
    "/sub/%2e%2e/secret.txt",
    "/sub/..%2fsecret.txt",
    "/sub/..%5csecret.txt",
  ]) {
    expect(await statusOf(origin, path), path).toBe(404);
  }
});

test("compresses what it sends, if asked to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-serve-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "index.html"), "front ".repeat(500));
  const server = await serveFolder(folder, { compressed: true });
  onTestFinished(() => server.end());
  const page = await fetch(server.address);
  expect(page.headers.get("content-encoding")).toBe("gzip");
  expect(Number(page.headers.get("content-length"))).toBeLessThan(100);
  expect(await page.text()).toBe("front ".repeat(500));
});
