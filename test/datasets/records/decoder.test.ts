import { expect, test } from "vitest";
import { Decoder, latin1Text } from "../../../src/datasets/records/decoder.js";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("a Decoder of UTF-8 reads it, and has no text for other bytes", () => {
  const decoder = new Decoder("utf-8");
  expect(decoder.decode(utf8("Amélie 😀"))).toBe("Amélie 😀");
  expect(decoder.decode(latin1("Amélie"))).toBeUndefined();
});

test("a Decoder of latin1 reads each byte as the letter of its number, those from 0x80 to 0x9f too", () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const text = new Decoder("latin1").decode(all);
  expect(text).toBe(latin1Text(all));
  expect(Array.from(text!, (letter) => letter.charCodeAt(0))).toEqual([...all]);
});

test("a Decoder of latin1 notices a text that is all UTF-8, and one that has some among others", () => {
  const decoder = new Decoder("latin1");
  decoder.decode(utf8("plain"));
  expect([decoder.looksLikeUtf8, decoder.mixedIn]).toEqual([false, undefined]);
  decoder.decode(utf8("Amélie"));
  expect([decoder.looksLikeUtf8, decoder.mixedIn]).toEqual([true, undefined]);
  decoder.decode(latin1("Amélie"));
  expect([decoder.looksLikeUtf8, decoder.mixedIn]).toEqual([false, "AmÃ©lie"]);
});
