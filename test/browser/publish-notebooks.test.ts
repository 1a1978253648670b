import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { codeCells, readNotebook } from "../../scripts/lib/notebook.mjs";
import { root, scratch } from "../../scripts/lib/places.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { lacksChromium } from "./lacks-chromium.js";

const title = "a notebook is published once, checked, and found stale when its code changes";

const lacking = lacksChromium();
const name = lacking ? `${title} (skipped: ${lacking})` : title;
test.skipIf(lacking)(name, { tags: "long", timeout: 240_000 }, async () => {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "published-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "tiny.ipynb");
  cpSync(join(root, "test/fixtures/tiny.ipynb"), path);
  const publish = async (...options: string[]) => {
    const script = join(root, "scripts/publish-notebooks.mjs");
    const { code, stdout, stderr } = await run(process.execPath, [script, path, ...options]);
    return { code, lastLine: `${stdout}${stderr}`.trim().split("\n").at(-1) };
  };

  expect(await publish("--check")).toEqual({
    code: 1,
    lastLine: expect.stringContaining("it was never published"),
  });
  expect(await publish()).toEqual({ code: 0, lastLine: "tiny: published" });
  const published = readFileSync(path, "utf8");
  const outputs = codeCells(readNotebook(path)).flatMap((cell) => cell.outputs ?? []);
  const [picture] = outputs.flatMap(({ data }) => data?.["image/png"] ?? []);
  const png = Buffer.from(picture, "base64");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1400, 900]);

  expect(await publish("--check")).toEqual({ code: 0, lastLine: "" });
  expect(await publish()).toEqual({ code: 0, lastLine: "tiny: as it was published" });
  expect(readFileSync(path, "utf8")).toBe(published);

  const failing = published.replace("fails: false", "fails: true");
  writeFileSync(path, failing);
  expect((await publish("--check")).lastLine).toContain("its code cells have changed");
  expect((await publish()).code).toBe(1);
  expect(readFileSync(path, "utf8")).toBe(failing);
});
