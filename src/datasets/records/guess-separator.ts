import type { Separator } from "./record-format.js";
import type { TextSource } from "./text-source.js";

const SEPARATORS: readonly Separator[] = [",", "\t", ";", "|", "::"];

/** The most frequent separator of the first line; the comma without any. */
export async function guessSeparator(source: TextSource): Promise<Separator> {
  for await (const chunk of source.chunks()) {
    const [line = ""] = new TextDecoder().decode(chunk.subarray(0, 4096)).split("\n", 1);
    const frequency = (separator: Separator) => line.split(separator).length - 1;
    return SEPARATORS.reduce((best, next) => (frequency(next) > frequency(best) ? next : best));
  }
  return ",";
}
