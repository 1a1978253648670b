import { Calls } from "./calls.js";
import type { CompilerOffers, TypeFiles } from "./compiler/worker.js";
import type { Conversion } from "./conversion.js";
import { Conversions } from "./conversions.js";
import { asksForParameters, type Converted, withOtherNumbers } from "./other-numbers.js";

/** Most conversions that are kept, of cells that the reader has changed. */
const MOST_KEPT = 500;

/**
 * The page's compiler: one worker for all notebooks, which outlives restarts of their kernels.
 * Unchanged cells of the course were converted when the site was built, so they do not wait for it.
 */
export class Compiler {
  readonly #worker: URL;
  readonly #types: TypeFiles;
  #started: Calls<CompilerOffers> | undefined;
  readonly #conversions: Promise<Conversions>;
  readonly #kept = new Map<string, Promise<Conversion>>();
  /** The last cell with parameters, by the declarations before it. */
  readonly #parameters = new Map<string, Converted>();

  constructor(worker: URL, types: TypeFiles, conversions: URL) {
    this.#conversions = fetchJson(conversions).then(
      (file) => new Conversions(file as ConstructorParameters<typeof Conversions>[0]),
    );
    this.#conversions.catch(() => {});
    this.#worker = worker;
    this.#types = types;
  }

  /** Starts the worker, if it is not; all that asks it does so, too. */
  start(): Calls<CompilerOffers> {
    if (this.#started) return this.#started;
    const worker = new Worker(this.#worker, { name: "compiler" });
    const calls = new Calls<CompilerOffers>(worker, {});
    const fail = (reason: string) =>
      calls.close(
        new Error(
          `The compiler of this page could not start (${reason}). Check the network and load the page again.`,
        ),
      );
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      fail(event.message || "its script could not be loaded");
    });
    calls.ask("start", this.#types).catch((error: Error) => fail(error.message));
    this.#started = calls;
    return calls;
  }

  async convert(before: string, code: string): Promise<Conversion> {
    if (!asksForParameters(code)) return this.#convert(before, code);
    const last = this.#parameters.get(before);
    const conversion = (last && withOtherNumbers(code, last)) ?? (await this.#convert(before, code));
    if (this.#parameters.size >= MOST_KEPT) this.#parameters.clear();
    this.#parameters.set(before, { code, conversion });
    return conversion;
  }

  async #convert(before: string, code: string): Promise<Conversion> {
    const conversions = await this.#conversions.catch(() => undefined);
    const made = conversions?.find(before, code);
    if (made) return made;
    const key = JSON.stringify([before, code]);
    const known = this.#kept.get(key);
    if (known) return known;
    const converted = this.start().ask("convert", before, code);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, converted);
    converted.catch(() => this.#kept.delete(key));
    return converted;
  }

  complete(...args: Parameters<CompilerOffers["complete"]>): ReturnType<CompilerOffers["complete"]> {
    return this.start().ask("complete", ...args);
  }

  inspect(...args: Parameters<CompilerOffers["inspect"]>): ReturnType<CompilerOffers["inspect"]> {
    return this.start().ask("inspect", ...args);
  }

  isComplete(code: string): ReturnType<CompilerOffers["isComplete"]> {
    return this.start().ask("isComplete", code);
  }
}

async function fetchJson(url: URL): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be fetched (${response.status})`);
  return response.json();
}
