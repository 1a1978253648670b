import { appendFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Figure } from "../../charts/parts/figure.js";
import { exerciseFolder, readExercises } from "../../node/exercise-folder.js";
import { keptFile } from "../../node/kept-file.js";
import { readStoredParts } from "../../node/stored-parts.js";
import { shortenedText } from "../../text/shortened-text.js";
import { textOfHtml } from "../../text/text-of-html.js";
import type { Form } from "./form.js";
import type { Content, Display, Host, KeptText } from "./host.js";

/**
 * Plain Node: tables as text on standard output, figures as one line, parameters and the file of
 * records from the environment variables `REELBOOK_PARAMETERS` and `REELBOOK_RECORDS`. Exercises
 * are in the folder `exercises` of this folder or the nearest parent.
 */
export class NodeHost implements Host {
  show({ text }: Content): void {
    process.stdout.write(`${text}\n`);
  }

  plot({ data, layout }: Figure): void {
    const points = data.reduce((sum, trace) => sum + pointCount(trace), 0);
    process.stdout.write(
      `[figure] ${textOfHtml(layout.title?.text ?? "untitled")} (${points} points; drawn in a notebook)\n`,
    );
  }

  /** A terminal gets one line that is rewritten; a file or a pipe gets only the last one. */
  display(): Display {
    const rewritesLine = Boolean(process.stdout.isTTY);
    const clearLine = rewritesLine ? "\r\x1b[K" : "";
    return {
      update: ({ text }) => {
        if (rewritesLine)
          process.stdout.write(`${clearLine}${shortenedText(text, (process.stdout.columns || 80) - 1)}`);
      },
      end: ({ text }) => {
        process.stdout.write(`${clearLine}${text}\n`);
      },
    };
  }

  /** Nothing: plain Node has no controls. */
  form(_form: Form): void {}

  get parameters(): string | undefined {
    return process.env.REELBOOK_PARAMETERS || undefined;
  }

  get writeRecord(): ((line: string) => void) | undefined {
    const path = process.env.REELBOOK_RECORDS;
    return path ? (line) => appendFileSync(path, `${line}\n`) : undefined;
  }

  get exercises(): Readonly<Record<string, string>> {
    return readExercises(exerciseFolder());
  }

  /** Of the file `stored-parts.json` beside the folder of exercises. */
  get storedParts(): Readonly<Record<string, string>> {
    const folder = exerciseFolder();
    return folder === undefined ? {} : readStoredParts(join(dirname(folder), "stored-parts.json"));
  }

  /** `.reelbook/solved.json` beside the folder of exercises. */
  get solved(): KeptText | undefined {
    const folder = exerciseFolder();
    return folder === undefined ? undefined : keptFile(join(dirname(folder), ".reelbook", "solved.json"));
  }
}

function pointCount(trace: object): number {
  const { x, y, z } = trace as Record<"x" | "y" | "z", ArrayLike<unknown> | undefined>;
  return (x ?? y ?? z)?.length ?? 0;
}
