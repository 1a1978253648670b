import { type Build, compiledModule } from "./compiled-module.js";
import { Helpers, type StartHelper } from "./helpers.js";
import type { MemoryPlan } from "./memory-plan.js";
import { LostHelper, Session } from "./session.js";

/** A page of WebAssembly's memory, in bytes, and the most that a memory has: 4 GiB. */
const PAGE = 65_536;
const MAX_PAGES = 65_536;

/** How a runtime works. */
export interface RuntimeOptions {
  /** Threads, the calling one included. */
  readonly threads: number;
  readonly relaxedSimd: boolean;
  /** Missing where there are no threads. */
  readonly startHelper?: StartHelper | undefined;
  /**
   * Jobs below their usual size run in WebAssembly, too: for tests.
   *
   * @default false
   */
  readonly takesSmallJobs?: boolean;
  /**
   * Milliseconds to wait for a helper that finishes no part of its work.
   *
   * @default 30000
   */
  readonly patience?: number;
}

/** What a job needs. */
export interface JobOptions {
  /** Threads, the calling one included. @default those of the runtime */
  readonly threads?: number;
  /** Whether its kernels are also among those with relaxed SIMD. @default false */
  readonly hasRelaxed?: boolean;
}

/** Runs jobs in WebAssembly. Each job has a memory of its own, as large as it needs. */
export class Runtime {
  readonly #options: RuntimeOptions;
  readonly #helpers: Helpers | undefined;

  constructor(options: RuntimeOptions) {
    this.#options = options;
    const { startHelper } = options;
    const hasThreads = options.threads > 1 && typeof SharedArrayBuffer === "function";
    this.#helpers = startHelper && hasThreads ? new Helpers(startHelper) : undefined;
  }

  /** Threads that the next job gets, as far as is known. */
  get threads(): number {
    return this.#helpers && !this.#helpers.refused ? this.#options.threads : 1;
  }

  /** Whether a job is worth copying its data: the size from which its kernel is faster. */
  isWorth(size: number, least: number): boolean {
    return size >= least || (this.#options.takesSmallJobs ?? false);
  }

  /**
   * A session for a job, or undefined where its memory cannot be had. Close it; a session of one
   * thread may also be left to the garbage collector.
   */
  open(
    plan: MemoryPlan,
    { threads = this.threads, hasRelaxed = false }: JobOptions = {},
  ): Session | undefined {
    const pages = Math.ceil(plan.bytes / PAGE);
    if (pages > MAX_PAGES) return undefined;
    const helpers = threads > 1 ? (this.#helpers?.take(threads - 1) ?? []) : [];
    const build: Build = { shared: helpers.length > 0, relaxedSimd: hasRelaxed && this.#options.relaxedSimd };
    try {
      const module = compiledModule(build);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: build.shared });
      const session = new Session({ module, memory, helpers, patience: this.#options.patience ?? 30_000 });
      helpers.forEach((helper, index) => {
        helper.send({ module, memory, slot: index + 1 });
      });
      return session;
    } catch {
      this.#helpers?.giveBack(helpers);
      return undefined;
    }
  }

  /**
   * Runs a job in a session and closes it.
   *
   * @param plain the same job in plain TypeScript, for the case that there is no memory, or that a
   *   helper is lost; it must not depend on what the session did
   */
  job<Result>(
    plan: MemoryPlan,
    inSession: (session: Session) => Result,
    plain: () => Result,
    options: JobOptions = {},
  ): Result {
    const session = this.open(plan, options);
    if (!session) return plain();
    try {
      return inSession(session);
    } catch (error) {
      if (error instanceof LostHelper) return plain();
      throw error;
    } finally {
      this.close(session);
    }
  }

  close(session: Session): void {
    this.#helpers?.giveBack(session.close());
  }

  /** Ends the threads. */
  stop(): void {
    this.#helpers?.end();
  }
}
