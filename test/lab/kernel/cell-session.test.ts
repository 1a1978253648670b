import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ConvertedCell } from "../../../lab/kernel/cell/worker.js";
import { type CellRunner, CellSession, VARIABLES_LOST } from "../../../lab/kernel/cell-session.js";
import type { Conversion } from "../../../lab/kernel/conversion.js";

/** A runner whose cells do what their code says. */
class FakeRunner implements CellRunner {
  readonly ran: ConvertedCell[] = [];
  #fail: (error: Error) => void = () => {};
  #done: (isRight: boolean) => void = () => {};

  run(cell: ConvertedCell): Promise<boolean> {
    this.ran.push(cell);
    if (cell.output === "fails") return Promise.resolve(false);
    if (!/waits|loops/.test(cell.output)) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      if (cell.output === "waits") this.#done = resolve;
    });
  }
  interrupt = () => this.#done(false);
  end = (reason: Error) => this.#fail(reason);
}

let printed: string[];
let runners: FakeRunner[];
const onVariablesLost = vi.fn();
beforeEach(() => {
  [printed, runners] = [[], []];
  onVariablesLost.mockClear();
});

function session(convert: (before: string, code: string) => Partial<Conversion> = () => ({})) {
  return new CellSession({
    folder: "notebooks",
    moduleNames: ["reelbook"],
    patience: 20,
    onVariablesLost,
    convert: async (before, code) => ({
      diagnostics: [],
      output: code,
      declarations: `${before}${code};`,
      ...convert(before, code),
    }),
    startRunner() {
      const runner = new FakeRunner();
      runners.push(runner);
      return runner;
    },
    print: (stream, text) => printed.push(`${stream}: ${text}`),
  });
}

describe("cells", () => {
  test("see the declarations of those before them, but not of those that failed", async () => {
    const cells = session();
    expect(await cells.execute("a")).toBe(true);
    expect(await cells.execute("fails")).toBe(false);
    expect(await cells.execute("b")).toBe(true);
    expect(cells.declarations).toBe("a;b;");
    expect(runners[0]!.ran[0]).toEqual({
      folder: "notebooks",
      output: "a",
      hasTopLevelAwait: false,
      lastExpression: undefined,
    });
  });

  test("with type errors do not run, and print them as tslab does", async () => {
    const wrong = { line: 0, character: 6, message: "Type 'number' is not assignable.", code: 2322 };
    const cells = session(() => ({ diagnostics: [wrong, { ...wrong, line: 2, file: "mine.ts" }] }));
    expect(await cells.execute("a")).toBe(false);
    expect(printed).toEqual([
      "stderr: 1:7 - Type 'number' is not assignable.\n",
      "stderr: mine.ts 3:7 - Type 'number' is not assignable.\n",
    ]);
    expect(runners[0]!.ran).toEqual([]);
  });

  test("that import an unknown module learn which ones there are", async () => {
    const unknown = { line: 0, character: 0, message: "Cannot find module 'lodash'", code: 2307 };
    await session(() => ({ diagnostics: [unknown] })).execute("a");
    expect(printed.at(-1)).toContain("This page has the modules reelbook.");
  });

  test("without code of their own need no worker", async () => {
    const cells = session(() => ({ output: "" }));
    expect(await cells.execute("type A = 1")).toBe(true);
    expect(runners[0]!.ran).toEqual([]);
    expect(cells.declarations).toBe("type A = 1;");
  });

  test.each(["module", "browser"])("with @%s say where they run", async (tag) => {
    expect(await session().execute(`/** @${tag} mine */\nexport const a = 1;`)).toBe(false);
    expect(printed[0]).toContain(`A cell with @${tag} needs the course on your own computer`);
  });

  test("say that the compiler failed", async () => {
    const cells = session(() => {
      throw new Error("The compiler of this page could not start.");
    });
    expect(await cells.execute("a")).toBe(false);
    expect(printed).toEqual(["stderr: The compiler of this page could not start.\n"]);
  });
});

describe("an interrupt", () => {
  test("ends a cell that waits, with its variables kept", async () => {
    const cells = session();
    await cells.execute("a");
    const running = cells.execute("waits");
    await vi.waitFor(() => expect(runners[0]!.ran).toHaveLength(2));
    await cells.interrupt();
    expect(await running).toBe(false);
    expect(cells.declarations).toBe("a;");
    expect(runners).toHaveLength(1);
    expect(onVariablesLost).not.toHaveBeenCalled();
  });

  test("ends a busy loop with its worker, and says that the variables are gone", async () => {
    const cells = session();
    await cells.execute("a");
    const running = cells.execute("loops");
    await vi.waitFor(() => expect(runners[0]!.ran).toHaveLength(2));
    await cells.interrupt();
    expect(await running).toBe(false);
    expect(printed).toEqual([`stderr: ${VARIABLES_LOST}\n`]);
    expect(cells.declarations).toBe("");
    expect(onVariablesLost).toHaveBeenCalledTimes(1);
    expect(await cells.execute("b")).toBe(true);
    expect(runners[1]!.ran).toHaveLength(1);
  });

  test("does nothing where nothing runs", async () => {
    const cells = session();
    await cells.execute("a");
    await cells.interrupt();
    expect(cells.declarations).toBe("a;");
  });
});
