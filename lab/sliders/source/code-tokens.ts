import { keptBySource } from "./kept-by-source.js";
import { parse, textOf } from "./parse.js";

/** The code without comments and white space, so that only changes of meaning differ. */
export const codeTokens: (source: string) => string = keptBySource((source) => {
  const tokens: string[] = [];
  parse(source).iterate({
    enter({ name, node, from, to }) {
      if (name.endsWith("Comment")) return false;
      const isText = name === "String" || name === "TemplateString";
      if (node.firstChild && !isText) return true;
      tokens.push(textOf(source, { from, to }));
      return false;
    },
  });
  return tokens.join("\n");
});
