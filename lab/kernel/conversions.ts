import type { Conversion } from "./conversion.js";

/**
 * The conversions of the course's cells, made when the site was built. Declarations are lists of
 * lines, because each cell's are those of the cell before and a few more.
 */
export interface ConversionsFile {
  readonly lines: readonly string[];
  /** Each text of declarations, as positions in `lines`. */
  readonly declarations: readonly (readonly number[])[];
  readonly cells: readonly ConvertedCourseCell[];
}

interface ConvertedCourseCell extends Omit<Conversion, "declarations" | "diagnostics"> {
  readonly code: string;
  /** The position of the declarations before it, and of those after it. */
  readonly before: number;
  readonly after: number;
}

/** A cell with the declarations before it, and its conversion. */
export interface CourseCell {
  readonly before: string;
  readonly code: string;
  readonly conversion: Conversion;
}

/** Finds the conversion of an unchanged cell of the course, so that it needs no compiler. */
export class Conversions {
  readonly #file: ConversionsFile;
  readonly #byCode = new Map<string, ConvertedCourseCell[]>();
  readonly #texts = new Map<number, string>();

  constructor(file: ConversionsFile) {
    this.#file = file;
    for (const cell of file.cells) {
      const same = this.#byCode.get(cell.code);
      if (same) same.push(cell);
      else this.#byCode.set(cell.code, [cell]);
    }
  }

  /** The conversion of exactly this code after exactly these declarations. */
  find(before: string, code: string): Conversion | undefined {
    const found = this.#byCode.get(code)?.find((cell) => this.#text(cell.before) === before);
    if (!found) return undefined;
    const { code: _, before: __, after, ...conversion } = found;
    return { diagnostics: [], declarations: this.#text(after), ...conversion };
  }

  #text(position: number): string {
    const known = this.#texts.get(position);
    if (known !== undefined) return known;
    const { declarations, lines } = this.#file;
    const text = (declarations[position] ?? []).map((line) => lines[line]).join("\n");
    this.#texts.set(position, text);
    return text;
  }
}

/** The file for `Conversions`. */
export function conversionsFile(cells: readonly CourseCell[]): ConversionsFile {
  const lines = new Numbered<string>();
  const declarations = new Numbered<string>();
  const converted = cells.map(({ before, code, conversion }) => {
    const { diagnostics, declarations: after = "", ...rest } = conversion;
    if (diagnostics.length > 0) throw new Error(`a cell with type errors has no conversion: ${code}`);
    return { code, before: declarations.numberOf(before), after: declarations.numberOf(after), ...rest };
  });
  const asLines = declarations.all.map((text) => text.split("\n").map((line) => lines.numberOf(line)));
  return { lines: lines.all, declarations: asLines, cells: converted };
}

/** Different values, numbered as they come. */
class Numbered<Value> {
  readonly #numbers = new Map<Value, number>();

  numberOf(value: Value): number {
    const number = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, number);
    return number;
  }

  get all(): Value[] {
    return [...this.#numbers.keys()];
  }
}
