import { countText } from "../../text/count-text.js";
import { shortenedText } from "../../text/shortened-text.js";
import type { ListAnswer } from "./answer.js";
import { matchesNumber } from "./matches-number.js";
import { shownValue } from "./shown-value.js";
import { titleDifference } from "./title-difference.js";
import type { Verdict } from "./verdict.js";

const MOST_SHOWN = 200;

/** Judges a list: says how many of its items are right, which are not, and how many are missing. */
export function judgeList(given: unknown, { answer, ordered = false }: ListAnswer): Verdict {
  const items = itemsOf(given);
  if (!items) {
    return { right: false, said: "the answer is a list, in brackets and with commas", formOnly: true };
  }
  const missing = [...answer];
  const extra = items.filter((item) => {
    const place = missing.findIndex((truth) => isSame(item, truth));
    if (place >= 0) missing.splice(place, 1);
    return place < 0;
  });
  if (missing.length === 0 && extra.length === 0)
    return ordered ? judgeOrder(items, answer) : { right: true };
  const found = answer.length - missing.length;
  const said = [
    `${found} of ${countText(items.length, "item")} ${found === 1 ? "is" : "are"} right`,
    extra.length > 0 && `not in the answer: ${shortenedText(extra.map(shownValue).join(", "), MOST_SHOWN)}`,
    missing.length > 0 && `${missing.length} missing`,
  ];
  return { right: false, said: said.filter(Boolean).join("; ") };
}

function judgeOrder(items: readonly unknown[], answer: readonly (number | string)[]): Verdict {
  const place = answer.findIndex((truth, index) => !isSame(items[index], truth));
  if (place < 0) return { right: true };
  return {
    right: false,
    said: `the ${countText(answer.length, "item")} are right, but not their order, from number ${place + 1} on`,
  };
}

function itemsOf(given: unknown): unknown[] | undefined {
  if (Array.isArray(given)) return given;
  return given instanceof Set || ArrayBuffer.isView(given) ? [...(given as Set<unknown>)] : undefined;
}

function isSame(item: unknown, truth: number | string): boolean {
  if (typeof truth === "number") return typeof item === "number" && matchesNumber(item, truth);
  return typeof item === "string" && titleDifference(item, truth) !== undefined;
}
