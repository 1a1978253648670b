import { type Names, namesOf } from "./names-of.js";

/**
 * Whether each cell depends on what changed, in order, directly or by other cells.
 *
 * @param sources the code of the cells from the top, those below the change only
 * @param changed the names that changed
 */
export function dependents(sources: readonly string[], changed: Iterable<string>): boolean[] {
  const spread = new Spread(changed);
  return sources.map((source) => spread.reaches(namesOf(source)));
}

/** How far a change has spread over cells or statements that come one after the other. */
export class Spread {
  readonly changed: Set<string>;

  constructor(changed: Iterable<string>) {
    this.changed = new Set(changed);
  }

  /** Whether the next cell depends on the change; what it declares then has changed, too. */
  reaches({ declared, assigned, used }: Names): boolean {
    const depends = [...used, ...assigned].some((name) => this.changed.has(name));
    for (const name of declared) {
      if (depends) this.changed.add(name);
      else this.changed.delete(name);
    }
    if (depends) for (const name of assigned) this.changed.add(name);
    return depends;
  }
}
