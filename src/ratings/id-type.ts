import { oneOf } from "../settings/checks.js";
import { quoted } from "../settings/setting.js";
import type { Id } from "./id-index.js";

/** The type that all ids are converted to. */
export type IdType = "text" | "number";

/** The whole number that a text writes in canonical form ("17", "-3"), otherwise the text. */
export function numberIfWhole(text: string): Id {
  const value = Number(text);
  return Number.isSafeInteger(value) && String(value) === text ? value : text;
}

/**
 * Ids of one type, or as they are.
 *
 * @param name the column in errors
 * @throws RangeError for another type, and naming the row of an id that is neither a finite number
 *   nor a text, or with "number" is not a number
 */
export function idsOfType(ids: ArrayLike<Id>, name: string, type: IdType | undefined): Id[] {
  if (type !== undefined) oneOf(["text", "number"], { ids: type });
  return Array.from(ids, (given, row) => {
    const id = type === "number" && typeof given === "string" ? numberIfWhole(given) : given;
    if (Number.isFinite(id) || (typeof id === "string" && type !== "number"))
      return type === "text" ? String(id) : id;
    const wanted = type === "number" ? "not a number" : "neither a finite number nor a text";
    throw new RangeError(`row ${row}: ${name} ${quoted(id)} is ${wanted}`);
  });
}
