import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { findChromium } from "../../scripts/lib/chromium.mjs";
import { fakeProgram, scratchFolder } from "./scratch-course.js";

afterEach(() => void vi.unstubAllEnvs());

describe.skipIf(process.platform !== "linux")("findChromium", () => {
  test("takes the first on PATH", () => {
    const [chrome, chromium] = [fakeProgram("google-chrome", ""), fakeProgram("chromium", "")];
    vi.stubEnv("REELBOOK_CHROMIUM", "");
    vi.stubEnv("PATH", `${scratchFolder()}:${chrome}:${chromium}`);
    expect(findChromium()).toBe(join(chrome, "google-chrome"));
  });

  test("finds none where there is none", () => {
    vi.stubEnv("REELBOOK_CHROMIUM", "");
    vi.stubEnv("PATH", scratchFolder());
    expect(findChromium()).toBeUndefined();
  });

  test("trusts REELBOOK_CHROMIUM alone", () => {
    const chromium = join(fakeProgram("my-chromium", ""), "my-chromium");
    vi.stubEnv("REELBOOK_CHROMIUM", chromium);
    expect(findChromium()).toBe(chromium);
    vi.stubEnv("REELBOOK_CHROMIUM", "/nowhere/chromium");
    expect(findChromium).toThrow(
      "REELBOOK_CHROMIUM names /nowhere/chromium, which is not there; give the path",
    );
  });
});
