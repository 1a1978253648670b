/** Words and phrases that the glossary of CONTRIBUTING.md replaces, each with what to write. */
export const DISCARDED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bhang(s|ing)? (on|upon)\b/i, "depend on"],
  [/\ball bounds\b/i, "diverge"],
  [/\bweak(ly)? noe?s?\b/i, "low-confidence negatives"],
  [/\bby \w+['’]s way\b/i, "by … decomposition, or the method's name"],
  [/\bSo many that\b/, "a plain statement of the number"],
  [/\bnot told apart\b/i, "no significant difference"],
  [/\bby lot\b/i, "at random"],
  [/\bby chance alone\b/i, "what chance alone would give, or at random"],
  [/\banew\b/i, "again"],
  [/\b(lay|lays|laid|laying) out\b|\blaidOut\b/, "dense row, arrange"],
  [/\brests\b|\brestsOf\b|\brestOf\b/, "residuals"],
  [/\bpull(s|ed|ing)?\b(?! request)/i, "regularize, regularization"],
  [/\bvoters?\b/i, "neighbours, neighborRatings"],
  [/\bstrangers\b/i, "unknown …"],
  [/\bLongWork\b/, "TaskOptions"],
  [/\bnewcomers?\b/i, "new user"],
  [/\bin disguise\b/i, "what it really is"],
  [/\bleaves? nothing to\b/i, "a plain statement"],
];

/** The widest comment, in columns. */
export const MAX_COMMENT_WIDTH = 100;

/** The discarded words of a text and its comments that are too wide, a sentence for each. */
export function brokenLanguage(path: string, text: string): string[] {
  const lines = text.split("\n");
  const words = lines.flatMap((line, index) =>
    DISCARDED.filter(([pattern]) => pattern.test(line)).map(
      ([pattern, instead]) =>
        `${path}:${index + 1}: "${pattern.exec(line)?.[0]}" is not in the glossary; write: ${instead}`,
    ),
  );
  const wide = lines.flatMap((line, index) =>
    isComment(line) && line.length > MAX_COMMENT_WIDTH && !isUnbreakable(line)
      ? [
          `${path}:${index + 1}: the comment is ${line.length} columns wide; ${MAX_COMMENT_WIDTH} are the most`,
        ]
      : [],
  );
  return [...words, ...(/\.(ts|mjs|mts)$/.test(path) ? wide : [])];
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|\/\*\*?|\*)/.test(line);
}

/** A line that is one long word, such as an address, or a row of a table. */
function isUnbreakable(line: string): boolean {
  return /https?:\/\/\S{60,}/.test(line) || /^\s*\* \|/.test(line);
}
