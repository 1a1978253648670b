import { classHighlighter, highlightCode } from "@lezer/highlight";
import { parser } from "@lezer/javascript";

const typescript = parser.configure({ dialect: "ts" });

/** TypeScript as HTML, its words in spans of the classes `tok-…`. @param {string} code */
export function highlightedCode(code) {
  let html = "";
  highlightCode(
    code,
    typescript.parse(code),
    classHighlighter,
    (text, classes) => {
      html += classes ? `<span class="${classes}">${escapeText(text)}</span>` : escapeText(text);
    },
    () => {
      html += "\n";
    },
  );
  return html;
}

/** Text as HTML between tags. @param {string} text */
export function escapeText(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
