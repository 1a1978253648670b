import { defineExtension } from "../extension.js";
import type { ModuleAddresses } from "./cell/cell-modules.js";
import { CellWorker } from "./cell-worker.js";
import { Compiler } from "./compiler.js";
import type { ContentsManager } from "./lab-contents.js";
import { LabFiles } from "./lab-files.js";
import type { KernelClient, KernelOptions, KernelSpecs, LiteServices } from "./lite-services.js";
import { keepSolved, readSolved } from "./solved-exercises.js";
import { type TypeScriptKernel, typeScriptKernel } from "./typescript-kernel.js";

/** The part of Lab's application that is used. */
interface Application {
  readonly serviceManager: { readonly contents: ContentsManager };
}

/** The modules that cells can import, by the names of their files in `modules/`. */
const MODULES = {
  reelbook: "reelbook",
  "reelbook/reference": "reelbook-reference",
  "ml-matrix": "ml-matrix",
  "danfojs-node": "danfojs-node",
};

const NO_WORKERS =
  "This browser does not let the page start web workers, so notebooks cannot run here. " +
  "Open the page in a current browser, or run the course on your own computer.";

/** Where the files of this extension are. */
const here = new URL(".", (document.currentScript as HTMLScriptElement).src);
const at = (path: string) => new URL(path, here);

const record = (globalThis as { reelbookRecord?: (line: string) => void }).reelbookRecord;
const modules: ModuleAddresses = Object.fromEntries(
  Object.entries(MODULES).map(([name, file]) => [name, at(`modules/${file}.js`).href]),
);
const workers = new Set<CellWorker>();

function startWorker(): CellWorker {
  const worker = new CellWorker(at("cells.js"), {
    modules,
    exercises: at("exercises.json").href,
    solved: readSolved(),
    records: record !== undefined,
  });
  workers.add(worker);
  return worker;
}

// Both start while Lab loads, so that the first notebook does not wait for them.
const hasWorkers = typeof Worker === "function";
let spare = hasWorkers ? startWorker() : undefined;
const types = { course: at("types.json").href, danfo: at("types-danfojs.json").href };
const compiler = hasWorkers ? new Compiler(at("compiler.js"), types, at("conversions.json")) : undefined;

defineExtension("reelbook-kernel", async (share) => {
  const { BaseKernel, IKernelSpecs, IKernelClient } = await share<LiteServices>("@jupyterlite/services");

  function activate(app: Application, specs: KernelSpecs, client: KernelClient | null): void {
    const kernels = new Map<string, TypeScriptKernel>();
    const Kernel =
      compiler &&
      typeScriptKernel(BaseKernel, {
        compiler,
        files: new LabFiles(app.serviceManager.contents),
        moduleNames: Object.keys(modules),
        record,
        keepSolved(text) {
          keepSolved(text);
          for (const worker of workers) {
            if (worker.isEnded) workers.delete(worker);
            else worker.takeSolved(text);
          }
        },
        startWorker() {
          const worker = spare ?? startWorker();
          spare = undefined;
          return worker;
        },
        onVariablesLost: () => {},
      });
    specs.register({
      spec: { name: "tslab", display_name: "TypeScript", language: "typescript", argv: [], resources: {} },
      async create(options: KernelOptions) {
        if (!Kernel) throw new Error(NO_WORKERS);
        const kernel = new Kernel(options);
        kernels.set(kernel.id, kernel);
        return kernel;
      },
    });
    if (!client) return;
    // JupyterLite's own interrupt only drops the cells that wait.
    const dropWaiting = client.interrupt.bind(client);
    client.interrupt = async (id) => {
      await dropWaiting(id);
      await kernels.get(id)?.interrupt();
    };
  }

  return [
    {
      id: "reelbook-kernel:kernel",
      autoStart: true,
      requires: [IKernelSpecs],
      optional: [IKernelClient],
      activate,
    },
  ];
});
