import MarkdownIt from "markdown-it";
import temml from "temml";
import { escapeText, highlightedCode } from "./highlighted-code.mjs";

/** @typedef {{ id: string, text: string, level: number }} Heading */

const DETAILS = /^<details>\s*<summary>([^<]*)<\/summary>\s*$/;
const END_OF_DETAILS = /^<\/details>\s*$/;
const COMMENT = /^<!--.*-->\s*$/;
const FORMULA = /^\$\$(.+)\$\$\s*$/;

/**
 * Writes the Markdown of the course as HTML. Of HTML, it takes the folded solutions (`<details>`
 * with a `<summary>` of text, each on a line of its own) and leaves comments out; other HTML is
 * shown as text. Formulas between `$` or, on a line of their own, `$$` become MathML.
 *
 * @param {(address: string) => string} link gives the address in the site of a link
 */
export function markdownWriter(link) {
  const markdown = new MarkdownIt({ html: false, highlight: codeOf });
  const { ruler } = markdown.block;
  ruler.before("paragraph", "folded", foldedRule, { alt: ["paragraph"] });
  ruler.before("paragraph", "formula", formulaRule, { alt: ["paragraph"] });
  markdown.inline.ruler.before("escape", "formula", inlineFormulaRule);
  markdown.renderer.rules.written = (tokens, index) => tokens[index]?.content ?? "";
  markdown.core.ruler.push("links", ({ tokens }) => {
    for (const child of tokens.flatMap(({ children }) => children ?? [])) {
      const address = child.type === "link_open" && child.attrGet("href");
      if (address) child.attrSet("href", link(String(address)));
    }
  });

  /** @type {Heading[]} */
  const headings = [];
  markdown.core.ruler.push("headings", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const text = plainText(tokens[index + 1]);
      const id = freeId(slug(text), headings);
      token.attrSet("id", id);
      headings.push({ id, text, level: Number(token.tag.slice(1)) });
    }
  });
  return {
    headings,
    /** @param {string} text */
    write: (text) => markdown.render(text),
  };
}

/** @param {string} code @param {string} language */
function codeOf(code, language) {
  const known = ["ts", "typescript", "js"].includes(language);
  return `<pre class="code"><code>${known ? highlightedCode(code.trimEnd()) : escapeText(code)}</code></pre>`;
}

/**
 * @param {import("markdown-it").StateBlock} state
 * @param {number} startLine
 * @param {number} _endLine
 * @param {boolean} silent
 */
function foldedRule(state, startLine, _endLine, silent) {
  const line = lineOf(state, startLine);
  const [opens] = DETAILS.exec(line) ?? [];
  if (opens === undefined && !END_OF_DETAILS.test(line) && !COMMENT.test(line)) return false;
  if (silent) return true;
  const summary = DETAILS.exec(line)?.[1] ?? "";
  const html = COMMENT.test(line) ? "" : opens ? `<details><summary>${summary}</summary>\n` : "</details>\n";
  push(state, startLine, html);
  return true;
}

/**
 * @param {import("markdown-it").StateBlock} state
 * @param {number} startLine
 * @param {number} _endLine
 * @param {boolean} silent
 */
function formulaRule(state, startLine, _endLine, silent) {
  const tex = FORMULA.exec(lineOf(state, startLine))?.[1];
  if (tex === undefined) return false;
  if (!silent) push(state, startLine, `<p class="formula">${mathml(tex, true)}</p>\n`);
  return true;
}

/**
 * @param {import("markdown-it").StateInline} state
 * @param {boolean} silent
 */
function inlineFormulaRule(state, silent) {
  const tex = /^\$([^\s$`](?:[^$\n`]*[^\s$`])?)\$(?!\d)/.exec(state.src.slice(state.pos))?.[1];
  if (tex === undefined) return false;
  if (!silent) state.push("written", "", 0).content = mathml(tex, false);
  state.pos += tex.length + 2;
  return true;
}

/** @param {string} tex @param {boolean} displayMode */
function mathml(tex, displayMode) {
  return temml.renderToString(tex, { displayMode, throwOnError: true });
}

/** @param {import("markdown-it").StateBlock} state @param {number} line */
function lineOf(state, line) {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** @param {import("markdown-it").StateBlock} state @param {number} line @param {string} html */
function push(state, line, html) {
  state.line = line + 1;
  const token = state.push("written", "", 0);
  token.content = html;
  token.map = [line, state.line];
}

/** @param {import("markdown-it").Token | undefined} inline */
function plainText(inline) {
  return (inline?.children ?? []).map(({ content }) => content).join("");
}

/** The id that GitHub gives a heading. @param {string} text */
function slug(text) {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

/** @param {string} wanted @param {readonly Heading[]} headings */
function freeId(wanted, headings) {
  const isTaken = (/** @type {string} */ id) => headings.some((heading) => heading.id === id);
  let id = wanted;
  for (let count = 1; isTaken(id); count++) id = `${wanted}-${count}`;
  return id;
}
