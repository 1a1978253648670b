import type { Conversion } from "./conversion.js";

/** A cell and what it was converted to. */
export interface Converted {
  readonly code: string;
  readonly conversion: Conversion;
}

/** A cell that does nothing but ask for parameters. */
const ASKS = /^const \{[^{}]*\} = parameters\(\{[^;]*\);?\s*$/;
/** A text in quotes, a comment, or a number. */
const TOKEN =
  /(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|\/\/.*$|(?<![\w$.])(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$.])/gm;

export function asksForParameters(code: string): boolean {
  return ASKS.test(code);
}

/**
 * The conversion of a cell that differs from a converted one only in numbers which `parameters`
 * gets, as a slider changes them: the same text with the new numbers. Undefined if the types could
 * differ, too, which only the compiler knows.
 */
export function withOtherNumbers(code: string, known: Converted): Conversion | undefined {
  const { conversion } = known;
  const { output, declarations = "", diagnostics } = conversion;
  if (!output || diagnostics.length > 0 || !asksForParameters(code)) return undefined;
  if (withNumbers(code, () => "0") !== withNumbers(known.code, () => "0")) return undefined;
  const [before, after, written] = [known.code, code, output].map(numbersOf) as [
    string[],
    string[],
    string[],
  ];
  const first = written.length - before.length;
  const isWritten = first >= 0 && before.every((number, index) => written[first + index] === number);
  const typed = new Set(numbersOf(declarations));
  const isTyped = before.some((number, index) => number !== after[index] && typed.has(number));
  if (!isWritten || isTyped) return undefined;
  return { ...conversion, output: withNumbers(output, (number, place) => after[place - first] ?? number) };
}

/** The code with other numbers, which stand neither in texts nor in comments. */
function withNumbers(code: string, change: (number: string, place: number) => string): string {
  let place = 0;
  return code.replace(TOKEN, (token) => (/^[\d.]/.test(token) ? change(token, place++) : token));
}

function numbersOf(code: string): string[] {
  const numbers: string[] = [];
  withNumbers(code, (number) => {
    numbers.push(number);
    return number;
  });
  return numbers;
}
