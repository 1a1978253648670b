import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { defaultAddress } from "../../src/session/default-address.js";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  vi.stubEnv("SPARK_REMOTE", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

test("the address is that of SPARK_REMOTE, before any other", () => {
  const folder = emptyFolder();
  vi.stubEnv("SPARK_REMOTE", "sc://elsewhere:1");
  expect(defaultAddress(folder)).toBe("sc://elsewhere:1");
});

test("otherwise it is that of the server which was started in a folder above", () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, ".reelbook"));
  writeFileSync(join(folder, ".reelbook", "spark-server.json"), '{"address":"sc://127.0.0.1:7"}');
  mkdirSync(join(folder, "notebooks"));
  expect(defaultAddress(join(folder, "notebooks"))).toBe("sc://127.0.0.1:7");
});

test("without either, the error says how to start one", () => {
  const folder = emptyFolder();
  expect(() => defaultAddress(folder)).toThrow('start one with "npm run spark -- start"');
});
