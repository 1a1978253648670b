import { existsSync, readFileSync } from "node:fs";

/**
 * The HTML of folded parts as they were published, by their titles; none without the file.
 *
 * @throws Error for a file that is not JSON.
 */
export function readStoredParts(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const problem = error instanceof Error ? error.message : error;
    throw new Error(`${path} is not JSON (${problem}); get it again from the repository`, { cause: error });
  }
}
