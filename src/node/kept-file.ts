import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A text in a file, which is written as a whole, with its folder where that is missing. */
export function keptFile(path: string): { read(): string | undefined; write(text: string): void } {
  return {
    read() {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
    write(text) {
      mkdirSync(dirname(path), { recursive: true });
      const made = `${path}.${process.pid}`;
      writeFileSync(made, text);
      renameSync(made, path);
    },
  };
}
