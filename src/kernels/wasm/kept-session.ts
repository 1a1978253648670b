import { MemoryPlan } from "./memory-plan.js";
import type { JobOptions, Runtime } from "./runtime.js";
import type { Session } from "./session.js";

/** A session, and where its arrays are. */
export interface Placed<Places> {
  readonly session: Session;
  readonly places: Places;
}

/**
 * The session of the last call, of one thread, for a kernel that is called again and again with the
 * same ratings, which are then copied once. The garbage collector may take it at any time between
 * two tasks of the event loop; the next call opens another.
 */
export class KeptSession<Places> {
  readonly #runtime: Runtime;
  readonly #options: JobOptions;
  #last: WeakRef<Placed<Places> & { readonly key: readonly unknown[] }> | undefined;

  constructor(runtime: Runtime, { hasRelaxed = false }: Pick<JobOptions, "hasRelaxed"> = {}) {
    this.#runtime = runtime;
    this.#options = { threads: 1, hasRelaxed };
  }

  /**
   * @param key what the session was made for: objects that stay as they are, and sizes
   * @param reserve plans the memory of a new session
   * @param fill copies what stays into it
   * @returns undefined where there is no memory
   */
  of(
    key: readonly unknown[],
    reserve: (plan: MemoryPlan) => Places,
    fill: (placed: Placed<Places>) => void,
  ): Placed<Places> | undefined {
    const last = this.#last?.deref();
    if (last && last.key.length === key.length && last.key.every((part, k) => part === key[k])) return last;
    const plan = new MemoryPlan();
    const places = reserve(plan);
    const session = this.#runtime.open(plan, this.#options);
    if (!session) return undefined;
    const placed = { session, places, key };
    fill(placed);
    this.#last = new WeakRef(placed);
    return placed;
  }
}
