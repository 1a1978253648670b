import { sum } from "../math/sum.js";
import { countText } from "../text/count-text.js";
import { allExercises } from "./exercises/find-exercise.js";
import { solvedExercises } from "./exercises/solved.js";
import { currentHost } from "./hosts/current-host.js";
import { show } from "./show.js";
import { line } from "./tables/line.js";

/**
 * Shows how many exercises of each notebook are solved, and which one is next. This is kept when
 * the kernel ends; where it cannot be kept, a sentence says so.
 *
 * @example
 * showSolved();
 */
export function showSolved(): void {
  const { ids, notKept } = solvedExercises();
  const rows = Array.from(allExercises(), ([notebook, exercises]) => {
    const open = [...exercises.keys()].filter((id) => !ids.has(id));
    return {
      notebook,
      solved: exercises.size - open.length,
      of: exercises.size,
      next: open[0] ?? "all solved",
    };
  });
  const [solved, all] = [sum(rows.map((row) => row.solved)), sum(rows.map((row) => row.of))];
  if (all === 0) {
    currentHost().show(line("There are no exercises here; keep the notebook in the folder of the course."));
    return;
  }
  show(rows, { title: `${solved} of ${countText(all, "exercise")} solved`, limit: Infinity });
  if (notKept !== undefined) {
    currentHost().show(line(`What you solve is known until the kernel ends. It cannot be kept: ${notKept}`));
  }
}
