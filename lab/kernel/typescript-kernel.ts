import { CellSession } from "./cell-session.js";
import type { CellWorker } from "./cell-worker.js";
import type { Compiler } from "./compiler.js";
import { LANGUAGE_INFO } from "./kernel-info.js";
import type { LabFiles } from "./lab-files.js";
import type { BaseKernel, KernelOptions, LiteServices } from "./lite-services.js";
import type { StoppedCell } from "./offer-new-run.js";

/** What all kernels of a page share. */
export interface KernelServices {
  readonly compiler: Compiler;
  readonly files: LabFiles;
  readonly moduleNames: readonly string[];
  startWorker(): CellWorker;
  /** Takes a line of the records, where a test asks for them. */
  readonly record: ((line: string) => void) | undefined;
  /** Keeps which exercises are solved, for all notebooks. */
  keepSolved(text: string): void;
  /** Tells the reader that a kernel lost its variables. */
  onVariablesLost(stopped: StoppedCell): void;
}

/** A kernel of the page. */
export interface TypeScriptKernel extends BaseKernel {
  interrupt(): Promise<void>;
}

const ERROR = { status: "error", ename: "", evalue: "", traceback: [] } as const;

/** The kernel's class, on the `BaseKernel` that JupyterLite shares with its extensions. */
export function typeScriptKernel(
  Base: LiteServices["BaseKernel"],
  services: KernelServices,
): new (
  options: KernelOptions,
) => TypeScriptKernel {
  const { compiler, files } = services;
  return class extends Base implements TypeScriptKernel {
    readonly #session = new CellSession({
      folder: decodeURIComponent(this.location).replace(/^\/+|\/+$/g, ""),
      moduleNames: services.moduleNames,
      convert: (before, code) => compiler.convert(before, code),
      startRunner: () => this.#startRunner(),
      print: (name, text) => this.stream({ name, text }),
      onVariablesLost: () =>
        services.onVariablesLost({ kernelId: this.id, cellId: this.parent?.metadata.cellId }),
    });

    override dispose(): void {
      if (!this.isDisposed) this.#session.end();
      super.dispose();
    }

    interrupt(): Promise<void> {
      return this.#session.interrupt();
    }

    async kernelInfoRequest(): Promise<object> {
      return {
        status: "ok",
        protocol_version: "5.3",
        implementation: "reelbook",
        implementation_version: "1.0.0",
        banner: "TypeScript in the browser",
        help_links: [],
        language_info: LANGUAGE_INFO,
      };
    }

    async executeRequest({ code }: { code: string }): Promise<object> {
      const isRight = await this.#session.execute(code);
      const reply = isRight ? { status: "ok", user_expressions: {} } : ERROR;
      return { ...reply, execution_count: this.executionCount };
    }

    async completeRequest({ code, cursor_pos }: { code: string; cursor_pos: number }): Promise<object> {
      const found = await compiler.complete(this.#session.declarations, code, cursor_pos);
      const { names, start, end } = found;
      return { status: "ok", matches: names, cursor_start: start, cursor_end: end, metadata: {} };
    }

    async inspectRequest({ code, cursor_pos }: { code: string; cursor_pos: number }): Promise<object> {
      const text = await compiler.inspect(this.#session.declarations, code, cursor_pos);
      const data = text === undefined ? {} : { "text/plain": text };
      return { status: "ok", found: text !== undefined, data, metadata: {} };
    }

    async isCompleteRequest({ code }: { code: string }): Promise<object> {
      const { completed, indent = "" } = await compiler.isComplete(code);
      return completed ? { status: "complete" } : { status: "incomplete", indent };
    }

    async commInfoRequest(): Promise<object> {
      return { status: "ok", comms: {} };
    }

    inputReply(): void {}
    async commOpen(): Promise<void> {}
    async commMsg(): Promise<void> {}
    async commClose(): Promise<void> {}

    #startRunner(): CellWorker {
      const worker = services.startWorker();
      worker.attach({
        stream: (name, text) => this.stream({ name, text }),
        display: (display, updates) => {
          const content = { ...display, transient: display.transient ?? {} } as Parameters<
            BaseKernel["displayData"]
          >[0];
          if (updates) this.updateDisplayData(content);
          else this.displayData(content);
        },
        record: (line) => services.record?.(line),
        keepSolved: (text) => services.keepSolved(text),
        readFile: (path) => files.read(path),
        listFolder: (path) => files.list(path),
        writeFile: (path, bytes) => files.write(path, bytes),
      });
      return worker;
    }
  };
}
