import { hasVariable } from "./has-variable.js";
import type { Kernel } from "./lab-types.js";
import { runQuietly } from "./run-quietly.js";

/** The titles of the variable `movies` in the kernel; undefined before it exists. */
export async function readTitles(kernel: Kernel): Promise<string[] | undefined> {
  const code = "console.log(JSON.stringify(Array.from(movies, (movie) => movie.title)));";
  try {
    if (!(await hasVariable(kernel, "movies"))) return undefined;
    const { reply, outputs } = await runQuietly(kernel, code, {});
    if (reply.content.status !== "ok") return undefined;
    const printed = outputs.flatMap(({ name, text }) => (name === "stdout" ? [String(text)] : [])).join("");
    const titles: unknown = JSON.parse(printed);
    return Array.isArray(titles) ? titles.filter((title) => typeof title === "string") : undefined;
  } catch {
    return undefined;
  }
}
