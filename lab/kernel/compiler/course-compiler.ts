import "./map-system.js";
import { type Converter, createConverter, isCompleteCode } from "tslab/dist/converter.js";
import { printQuickInfo } from "tslab/dist/inspect.js";
import type { Conversion } from "../conversion.js";

/** What a kernel asks of the compiler; `before` are the declarations of the cells before. */
export interface CourseCompiler {
  convert(before: string, code: string): Conversion;
  complete(before: string, code: string, position: number): Completion;
  /** Type and documentation of what stands at a position; undefined if nothing does. */
  inspect(before: string, code: string, position: number): string | undefined;
  isComplete(code: string): { completed: boolean; indent?: string };
}

/** Names that can stand from `start` to `end` of the code. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

/** tslab's own converter on the files of `map-system.ts`. Its creation takes about a second. */
export function courseCompiler(): CourseCompiler {
  const converter: Converter = createConverter({ isJS: false, isBrowser: false });
  return {
    convert(before, code) {
      const { diagnostics, output, declOutput, lastExpressionVar, hasToplevelAwait } = converter.convert(
        before,
        code,
      );
      return {
        diagnostics: diagnostics.map(({ start, messageText, code: number, fileName }) => ({
          line: start.line,
          character: start.character,
          message: messageText,
          code: number,
          ...(fileName !== undefined && { file: fileName }),
        })),
        ...(output !== undefined && { output }),
        ...(declOutput !== undefined && { declarations: declOutput }),
        ...(lastExpressionVar !== undefined && { lastExpression: lastExpressionVar }),
        ...(hasToplevelAwait && { hasTopLevelAwait: true }),
      };
    },
    complete(before, code, position) {
      const { start, end, candidates } = converter.complete(before, code, position);
      return { start, end, names: candidates };
    },
    inspect(before, code, position) {
      const info = converter.inspect(before, code, position);
      return info ? printQuickInfo(info) : undefined;
    },
    isComplete: isCompleteCode,
  };
}
