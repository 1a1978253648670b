import { writeFileSync } from "node:fs";
import { exerciseFiles } from "./lib/exercise-files.mjs";
import { program } from "./lib/program.mjs";

const USAGE = `Hides the answers in the files of notebooks/exercises: each "answer" becomes "hidden", the base64 of its JSON.

  npm run hide-answers [-- options]

  --check   change nothing; fail where an answer is not hidden
  --help    this text`;

/**
 * An exercise with its answer hidden, its fields in their order.
 * @param {Record<string, unknown>} exercise
 */
export function withHiddenAnswer(exercise) {
  return Object.fromEntries(
    Object.entries(exercise).map(([field, value]) =>
      field === "answer" ? ["hidden", Buffer.from(JSON.stringify(value)).toString("base64")] : [field, value],
    ),
  );
}

await program(import.meta.url, {
  usage: USAGE,
  options: { check: { type: "boolean" } },
  async main({ check }) {
    let shown = 0;
    for (const { path, name, exercises } of exerciseFiles()) {
      const open = Object.keys(exercises).filter((id) => exercises[id] && "answer" in exercises[id]);
      if (open.length === 0) continue;
      shown += open.length;
      console.log(`${name}: ${check ? "not hidden" : "hidden"}: ${open.join(", ")}`);
      const hidden = Object.entries(exercises).map(([id, exercise]) => [id, withHiddenAnswer(exercise)]);
      if (!check) writeFileSync(path, `${JSON.stringify(Object.fromEntries(hidden), null, 2)}\n`);
    }
    if (shown === 0) console.log("All answers are hidden.");
    return check && shown > 0 ? 1 : 0;
  },
});
