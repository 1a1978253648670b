import { plainText } from "../../text/similar-texts.js";
import type { ChoiceAnswer } from "./answer.js";
import type { Verdict } from "./verdict.js";

/** Judges a choice among texts, whatever their capitals. */
export function judgeChoice(given: unknown, { answer, options }: ChoiceAnswer): Verdict {
  const chosen = typeof given === "string" && options.find((option) => simple(option) === simple(given));
  if (chosen !== false && chosen !== undefined) return { right: chosen === answer };
  const list = options.map((option) => JSON.stringify(option)).join(", ");
  return { right: false, said: `write one of ${list}`, formOnly: true };
}

function simple(text: string): string {
  return plainText(text.trim());
}
