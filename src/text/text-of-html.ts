/**
 * The text of a figure's title, without tags and numeric references: "Heat<br>1995" becomes
 * "Heat 1995".
 */
export function textOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, " ")
    .trim();
}
