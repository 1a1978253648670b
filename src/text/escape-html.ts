/** References by number: HTML and plotly's subset of it both read them, and a `$` so written starts no formula. */
const special = /[&<>"'$]/g;

/**
 * Text as HTML that shows exactly this text. Tables need it, and so do figures: plotly reads some HTML in every
 * title, label and hover text.
 *
 * @example
 * escapeHtml("<b>Se7en</b>"); // "&#60;b&#62;Se7en&#60;/b&#62;"
 */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => `&#${character.codePointAt(0)};`);
}
