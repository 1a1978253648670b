import type { TitleAnswer } from "./answer.js";
import { type TitleDifference, titleDifference } from "./title-difference.js";
import type { Verdict } from "./verdict.js";

const NOTICED: Readonly<Record<Exclude<TitleDifference, "none">, string>> = {
  article: "the data set puts the article at the end",
  case: "the data set writes it with other capitals, accents or signs",
  year: "the data set adds the year",
};

/** Judges a title. Accepts other capitals, an article in front and a missing year, and says so. */
export function judgeTitle(given: unknown, { answer }: TitleAnswer): Verdict {
  if (Array.isArray(given)) return wrongForm("a list was given; the answer is one title, without brackets");
  if (typeof given === "number") return wrongForm(`the number ${given} was given; the answer is a title`);
  if (typeof given !== "string") return wrongForm("the answer is a title, a text in quotes");
  const difference = titleDifference(given, answer);
  if (difference === "none") return { right: true };
  if (difference) return { right: true, said: `${NOTICED[difference]}: ${JSON.stringify(answer)}` };
  return { right: false, said: `${JSON.stringify(given)} is another title` };
}

function wrongForm(said: string): Verdict {
  return { right: false, said, formOnly: true };
}
