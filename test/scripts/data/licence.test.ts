import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { CATALOGUE } from "../../../scripts/data/catalogue.mjs";
import { askForAgreement, licenceText } from "../../../scripts/data/licence.mjs";

/** A terminal on which somebody types. */
function typing(keys: string) {
  const tty = () => Object.assign(new PassThrough(), { isTTY: true }) as unknown;
  const input = tty() as NodeJS.ReadStream & PassThrough;
  const output = tty() as NodeJS.WriteStream & PassThrough;
  setTimeout(() => input.write(keys), 10);
  return { input, output };
}

test("the licence names the conditions of each set", () => {
  const sets = CATALOGUE.filter(({ name }) => ["ml-1m", "ml-32m"].includes(name));
  const text = licenceText(sets);
  expect(text).toContain("do not pass ml-1m on without separate permission");
  expect(text).toContain("pass ml-32m on under these same conditions only");
  expect(text).toContain("https://doi.org/10.1145/2827872");
});

test.each(["y\r", "Y\n", " yes\r"])("%j agrees to the licence", async (keys) => {
  await askForAgreement(new AbortController(), typing(keys));
});

test.each(["n\r", "\r", "yesterday\r", "\x04"])("%j does not agree", async (keys) => {
  await expect(askForAgreement(new AbortController(), typing(keys))).rejects.toThrow("was not agreed to");
});

test("Ctrl-C at the question interrupts the run", async () => {
  const interrupt = new AbortController();
  await expect(askForAgreement(interrupt, typing("\x03"))).rejects.toThrow();
  expect(interrupt.signal.aborted).toBe(true);
});
