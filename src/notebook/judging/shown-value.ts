import { shortenedText } from "../../text/shortened-text.js";

/** A value as a message shows it: its JSON, cut to 160 characters. Never throws. */
export function shownValue(value: unknown): string {
  return shortenedText(textOf(value), 160);
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
