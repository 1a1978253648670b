import { type Build, compiledModule } from "./compiled-module.js";
import { type Helper, Helpers, type StartHelper } from "./helpers.js";
import type { MemoryPlan } from "./memory-plan.js";
import { LostHelper, Session } from "./session.js";
import { MAX_PAGES, PAGE, SharedMemory } from "./shared-memory.js";

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

/**
 * Runs jobs in WebAssembly. One job at a time has the helpers and the shared memory. A job of one
 * thread, such as one that starts meanwhile, has a memory of its own.
 */
export class Runtime {
  readonly #options: RuntimeOptions;
  readonly #helpers: Helpers | undefined;
  readonly #sharedMemory = new SharedMemory(() => this.#helpers?.end());
  /** The session that has the helpers. */
  #current: Session | undefined;
  #stopped = false;

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
    if (plan.bytes > MAX_PAGES * PAGE) return undefined;
    const relaxedSimd = hasRelaxed && this.#options.relaxedSimd;
    return this.#openShared(plan.bytes, threads, relaxedSimd) ?? this.#openAlone(plan.bytes, relaxedSimd);
  }

  #openShared(bytes: number, threads: number, relaxedSimd: boolean): Session | undefined {
    if (threads === 1 || this.#current) return undefined;
    const helpers = this.#helpers?.first(threads - 1) ?? [];
    if (helpers.length === 0) return undefined;
    try {
      this.#current = this.#session({ shared: true, relaxedSimd }, this.#sharedMemory.take(bytes), helpers);
      return this.#current;
    } catch {
      return undefined;
    }
  }

  #openAlone(bytes: number, relaxedSimd: boolean): Session | undefined {
    const pages = Math.ceil(bytes / PAGE);
    try {
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
      return this.#session({ shared: false, relaxedSimd }, memory, []);
    } catch {
      return undefined;
    }
  }

  #session(build: Build, memory: WebAssembly.Memory, helpers: readonly Helper[]): Session {
    const { patience = 30_000 } = this.#options;
    return new Session({ module: compiledModule(build), memory, helpers, patience });
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
    session.close();
    if (session !== this.#current) return;
    this.#current = undefined;
    if (session.hasLostHelper || this.#stopped) this.#sharedMemory.release();
    else this.#sharedMemory.giveBack();
  }

  /** Ends the threads, those of an open job after it. */
  stop(): void {
    this.#stopped = true;
    if (!this.#current) this.#sharedMemory.release();
  }
}
