import { escapeHtml } from "../../text/escape-html.js";
import type { Content } from "../hosts/host.js";

/** One line of plain text as content; escaped in HTML. */
export function line(text: string): Content {
  return { html: `<div class="mathjax_ignore">${escapeHtml(text)}</div>`, text };
}
