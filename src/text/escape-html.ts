/** A `$` would start a formula in plotly's and Jupyter's text, and `%{` a template of plotly. */
const special = /[&<>"'$]|%(?=\{)/g;

/**
 * Text as HTML that shows exactly this text, for tables and for figures: plotly interprets some
 * HTML in titles, labels and hover text. Numeric references, because plotly knows few others.
 * O(length).
 *
 * @example
 * escapeHtml("<b>Se7en</b>"); // "&#60;b&#62;Se7en&#60;/b&#62;"
 */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => `&#${character.codePointAt(0)};`);
}
