import { readFileSync } from "node:fs";
import { BaseSequencer } from "vitest/node";

/**
 * Starts test files that are marked long first, then the slow ones, then the others, so that no
 * long one is left to run alone at the end.
 */
export class LongestFirst extends BaseSequencer {
  /** @override @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    const sorted = await super.sort(files);
    const marks = new Map(sorted.map((file) => [file, markOf(file.moduleId)]));
    return sorted.toSorted((first, second) => (marks.get(first) ?? 0) - (marks.get(second) ?? 0));
  }
}

/** @param {string} path */
function markOf(path) {
  const [, tag = ""] = /@module-tag (long|slow)/.exec(readFileSync(path, "utf8")) ?? [];
  return ["long", "slow", ""].indexOf(tag);
}
