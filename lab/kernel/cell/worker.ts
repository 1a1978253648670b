import type { Files } from "../../../src/web/files.js";
import type * as Reelbook from "../../../src/web.js";
import { Calls } from "../calls.js";
import { workerScope } from "../worker-scope.js";
import { cellConsole } from "./cell-console.js";
import { type DisplayData, tslabModule } from "./cell-displays.js";
import { cellExports } from "./cell-exports.js";
import { CellModules, type ModuleAddresses } from "./cell-modules.js";
import { errorText, printErrorsShort } from "./error-text.js";
import { runCell } from "./run-cell.js";

/** What a worker needs before its first cell. */
export interface CellWorkerStart {
  readonly modules: ModuleAddresses;
  /** The address of the course's exercises. */
  readonly exercises: string;
  /** The address of the folded parts as they were published. */
  readonly storedParts: string;
  /** Which exercises the reader has solved, as text that the library wrote. */
  readonly solved: string | undefined;
  /** Whether the page wants to have the records. */
  readonly records: boolean;
}

/** A cell that was converted. */
export interface ConvertedCell {
  /** The folder of the notebook. */
  readonly folder: string;
  readonly output: string;
  readonly hasTopLevelAwait: boolean;
  readonly lastExpression: string | undefined;
}

/** What the page asks of a cell worker. */
export interface CellOffers {
  start(start: CellWorkerStart): Promise<void>;
  /** Runs a cell: whether it ended without an error. Errors are printed. */
  run(cell: ConvertedCell): Promise<boolean>;
  /** Ends a cell that waits for something. */
  interrupt(): void;
  /** Takes what another notebook has written. */
  takeSolved(text: string): void;
}

/** What a cell worker asks of its page. */
export interface PageOffers {
  stream(name: "stdout" | "stderr", text: string): void;
  display(display: DisplayData, updates: boolean): void;
  record(line: string): void;
  keepSolved(text: string): void;
  readFile(path: string): Promise<Uint8Array | undefined>;
  listFolder(path: string): Promise<readonly string[] | undefined>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

const ownScript = location.href;
const { values, exports } = cellExports();
let modules: CellModules | undefined;
let reelbook: Promise<void> | undefined;
let solved: string | undefined;
let folder = "";
let interrupt: (error: Error) => void = () => {};

const print = (name: "stdout" | "stderr", text: string) => page.tell("stream", name, text);
printErrorsShort(ownScript);
const ownConsole = cellConsole(print);
Object.assign(console, ownConsole);

const tslab = tslabModule((display, updates) => page.tell("display", display, updates));

const files: Files = {
  get folder() {
    return folder;
  },
  read: (path) => page.ask("readFile", path),
  list: (path) => page.ask("listFolder", path),
  write: (path, bytes) => page.ask("writeFile", path, bytes),
};

const offers: CellOffers = {
  async start({ modules: addresses, solved: known, ...start }) {
    modules = new CellModules(addresses, (url) => import(url));
    modules.add("tslab", tslab);
    solved = known;
    Object.assign(globalThis, { __tslab__: { exports, require: modules.require } });
    reelbook = startLibrary(modules, start);
    await reelbook;
  },

  async run({ folder: place, output, hasTopLevelAwait, lastExpression }) {
    if (!modules) throw new Error("the worker was not started");
    folder = place;
    const interrupted = new Promise<never>((_, reject) => {
      interrupt = reject;
    });
    interrupted.catch(() => {});
    try {
      await reelbook;
      await modules.loadFor(output);
      await runCell({ output, hasTopLevelAwait }, interrupted);
    } catch (error) {
      print("stderr", `${errorText(error, ownScript)}\n`);
      return false;
    }
    if (lastExpression !== undefined) {
      const value = values[lastExpression];
      delete values[lastExpression];
      if (value !== null && value !== undefined) ownConsole.log?.(value);
    }
    return true;
  },

  interrupt: () => interrupt(new Error("Interrupted asynchronously")),
  takeSolved(text) {
    solved = text;
  },
};

/** Loads the library and gives it the page's files, displays, exercises and published parts. */
async function startLibrary(
  loader: CellModules,
  { records, ...addresses }: Pick<CellWorkerStart, "exercises" | "records" | "storedParts">,
): Promise<void> {
  const [library, exercises, storedParts] = await Promise.all([
    loader.load("reelbook") as Promise<unknown> as Promise<typeof Reelbook>,
    textsAt(addresses.exercises),
    textsAt(addresses.storedParts),
  ]);
  const keptSolved = {
    read: () => solved,
    write(text: string) {
      solved = text;
      page.tell("keepSolved", text);
    },
  };
  const writeRecord = records ? (line: string) => page.tell("record", line) : undefined;
  const outside = { parameters: undefined, exercises, storedParts, solved: keptSolved, writeRecord };
  library.useFiles(files);
  library.useHost(new library.TslabHost(tslab, outside));
}

/** The texts of a JSON file by their names; none where it is missing. */
async function textsAt(address: string): Promise<Record<string, string>> {
  const response = await fetch(address);
  return response.ok ? response.json() : {};
}

const page = new Calls<PageOffers>(workerScope, offers);

workerScope.addEventListener("error", (event: ErrorEvent) => {
  event.preventDefault();
  print("stderr", `UncaughtException: ${errorText(event.error ?? event.message, ownScript)}\n`);
});
workerScope.addEventListener("unhandledrejection", (event: PromiseRejectionEvent) => {
  event.preventDefault();
  print("stderr", `UnhandledPromiseRejection: ${errorText(event.reason, ownScript)}\n`);
});
