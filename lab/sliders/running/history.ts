import { changedNames } from "../source/changed-names.js";
import { dependents } from "../source/dependents.js";

/** A code cell as it is now. */
export interface Cell {
  readonly id: string;
  readonly source: string;
}

/** One run of a cell in the kernel. */
export interface Run {
  readonly id: string;
  readonly source: string;
  readonly milliseconds: number;
  readonly succeeded: boolean;
}

/** What the cells of one notebook did in the kernel that runs now. */
export class History {
  /** The code of each cell as it last succeeded, whose values the kernel has. */
  readonly #sources = new Map<string, string>();
  readonly #durations = new Map<string, number>();
  readonly #outOfDate = new Set<string>();
  readonly #failed = new Set<string>();

  /** @param cells all code cells of the notebook from the top, at the time of the run */
  add({ id, source, milliseconds, succeeded }: Run, cells: readonly Cell[]): void {
    this.#outOfDate.delete(id);
    if (!succeeded) {
      this.#failed.add(id);
      return;
    }
    this.#failed.delete(id);
    this.#durations.set(id, milliseconds);
    const before = this.#sources.get(id);
    this.#sources.set(id, source);
    if (before === undefined) return;
    for (const below of this.dependentsOf(id, changedNames(before, source), cells))
      this.#outOfDate.add(below);
  }

  /** Counts all cells as run before the page was opened; that of the parameters with other code. */
  assumeRun(parameters: string, cells: readonly Cell[]): void {
    for (const { id, source } of cells) {
      if (!this.hasRun(id)) this.#sources.set(id, id === parameters ? "" : source);
    }
  }

  /** Forgets all, for a new kernel. */
  clear(): void {
    this.#sources.clear();
    this.#durations.clear();
    this.#outOfDate.clear();
    this.#failed.clear();
  }

  /** Whether the cell ran in this kernel, successfully or not. */
  hasRun(id: string): boolean {
    return this.#sources.has(id) || this.#failed.has(id);
  }

  /** The code with which a cell last succeeded; undefined if it never did. */
  sourceOf(id: string): string | undefined {
    return this.#sources.get(id);
  }

  /** Milliseconds that the cell took last time; Infinity if that is not known. */
  durationOf(id: string): number {
    return this.#durations.get(id) ?? Number.POSITIVE_INFINITY;
  }

  /** The cells below `id` that ran in this kernel and depend on these names, from the top. */
  dependentsOf(id: string, names: Iterable<string>, cells: readonly Cell[]): string[] {
    const changed = [...names];
    if (changed.length === 0) return [];
    const below = cells.slice(cells.findIndex((cell) => cell.id === id) + 1);
    const depends = dependents(
      below.map(({ source }) => source),
      changed,
    );
    return below.flatMap((cell, index) => (depends[index] && this.hasRun(cell.id) ? [cell.id] : []));
  }

  /** The cells whose output is not that of the code above them. */
  outOfDate(cells: readonly Cell[]): Set<string> {
    const found = new Set(cells.filter(({ id }) => this.#outOfDate.has(id)).map(({ id }) => id));
    for (const { id, source } of this.#edited(cells)) {
      const names = changedNames(this.#sources.get(id) ?? source, source);
      for (const below of this.dependentsOf(id, names, cells)) found.add(below);
    }
    return found;
  }

  /** What to run so that nothing is out of date: also edited and failed cells, from the top. */
  toRun(cells: readonly Cell[]): string[] {
    const edited = new Set(this.#edited(cells).map(({ id }) => id));
    const outOfDate = this.outOfDate(cells);
    return cells
      .filter(
        ({ id }) => outOfDate.has(id) || edited.has(id) || (this.#failed.has(id) && this.#sources.has(id)),
      )
      .map(({ id }) => id);
  }

  #edited(cells: readonly Cell[]): Cell[] {
    return cells.filter(({ id, source }) => {
      const before = this.#sources.get(id);
      return before !== undefined && before !== source && changedNames(before, source).size > 0;
    });
  }
}
