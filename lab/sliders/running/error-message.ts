/** An output of a cell, as nbformat has it. */
export interface Output {
  readonly output_type?: unknown;
  readonly name?: unknown;
  readonly text?: unknown;
  readonly ename?: unknown;
  readonly evalue?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

const LONGEST = 300;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with ESC
const COLOURS = /\x1b\[[0-9;]*m/g;
const ERROR = /^\s*(?:Uncaught )?((?:[A-Z]\w*)?(?:Error|Exception)\b.*)$/m;

/** The message of the error in the outputs of a cell that failed. */
export function errorMessage(outputs: readonly Output[]): string {
  const error = outputs.find(({ output_type }) => output_type === "error");
  const printed = outputs.filter(({ name }) => name === "stderr").map(({ text }) => linesOf(text));
  const text = error ? `${error.ename}: ${error.evalue}` : printed.join("").replace(COLOURS, "");
  const line = (ERROR.exec(text)?.[1] ?? /\S.*/.exec(text)?.[0] ?? "it failed without a message").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}

function linesOf(text: unknown): string {
  return Array.isArray(text) ? text.join("") : String(text);
}
