import { countText } from "../../src/text/count-text.js";
import { escapeHtml } from "../../src/text/escape-html.js";
import type { Advice, Answer, Reason } from "./recommender.js";
import { shortTitle } from "./short-title.js";

/** One of the reader's ratings. */
export interface OwnMovie {
  readonly itemId: number;
  readonly title: string;
  readonly rating: number;
}

/** A second reason is named if it is at least this part of the first. */
const NAMED_FROM = 0.6;

/** The reader's ratings as list items with stars and a button that removes each. */
export function ownHtml(own: readonly OwnMovie[]): string {
  return own.map(ownItem).join("");
}

/** The movies of an answer as list items with their reasons and stars. */
export function adviceItems({ advice }: Answer): string[] {
  return advice.map(adviceItem);
}

/** "1 star", "4 stars". */
export function starsText(rating: number): string {
  return `${rating} star${rating === 1 ? "" : "s"}`;
}

function ownItem({ itemId, title, rating }: OwnMovie): string {
  const name = escapeHtml(shortTitle(title));
  return (
    `<li data-item="${itemId}"><span class="title">${name}</span>` +
    `${starsHtml({ itemId, title, rating, group: "own" })}` +
    `<button type="button" class="remove" aria-label="Remove ${name}">×</button></li>`
  );
}

function adviceItem({ itemId, title, fans, reasons }: Advice): string {
  return (
    `<li data-item="${itemId}"><div><span class="title">${escapeHtml(shortTitle(title))}</span> ` +
    `<span class="fans">liked by ${countText(fans, "person").replace("persons", "people")}</span>` +
    `<p class="reason">${reasonHtml(reasons)}</p></div>` +
    `${starsHtml({ itemId, title, rating: 0, group: "seen" })}</li>`
  );
}

function reasonHtml([first, second, ...others]: readonly Reason[]): string {
  if (!first) return "";
  const namesSecond = second && second.part >= NAMED_FROM * first.part;
  const texts = (namesSecond ? [first, second] : [first]).map(
    ({ title, rating }) => `<b>${escapeHtml(withoutYear(shortTitle(title)))}</b> ${starsText(rating)}`,
  );
  const hasMore = others.length > 0 || (second && !namesSecond);
  return `because you gave ${texts.join(" and ")}${hasMore ? ", among others" : ""}`;
}

function withoutYear(title: string): string {
  return title.replace(/ \(\d{4}\)$/, "");
}

/** Five radio buttons; `rating` 0 checks none. */
function starsHtml({
  itemId,
  title,
  rating,
  group,
}: {
  itemId: number;
  title: string;
  rating: number;
  group: "own" | "seen";
}): string {
  const stars = [1, 2, 3, 4, 5].map(
    (stars) =>
      `<label><input type="radio" name="${group}-${itemId}" value="${stars}"${stars === rating ? " checked" : ""}>` +
      `<span aria-hidden="true">★</span><span class="hidden">${starsText(stars)}</span></label>`,
  );
  const legend = `${group === "own" ? "Your rating of" : "Seen it? Rate"} ${escapeHtml(shortTitle(title))}`;
  return `<fieldset class="stars"><legend class="hidden">${legend}</legend>${stars.join("")}</fieldset>`;
}
