import { defineExtension } from "../extension.js";
import { canStore, KEEPS_NOTHING } from "./can-store.js";
import type { ModuleAddresses } from "./cell/cell-modules.js";
import { CellWorker } from "./cell-worker.js";
import { Compiler } from "./compiler.js";
import { KERNEL_SPEC } from "./kernel-info.js";
import type { Application, NotebookPanel, NotebookTracker, Notifications } from "./lab-application.js";
import { LabFiles } from "./lab-files.js";
import type { KernelClient, KernelOptions, KernelSpecs, LiteServices } from "./lite-services.js";
import { offerNewRun } from "./offer-new-run.js";
import { isOutdated, offerNewVersion, type PublishedNotebooks } from "./offer-new-version.js";
import { promptSocket } from "./prompt-socket.js";
import { keepSolved, readSolved } from "./solved-exercises.js";
import { type TypeScriptKernel, typeScriptKernel } from "./typescript-kernel.js";

/** The modules that cells can import, by the names of their files in `modules/`. */
const MODULES = {
  reelbook: "reelbook",
  "reelbook/reference": "reelbook-reference",
  "ml-matrix": "ml-matrix",
  "danfojs-node": "danfojs-node",
};

const NO_WORKERS =
  "This browser starts no web workers, which run the cells.\nOpen the page in a current browser.";

// Lab takes the paths out of the address when it opens them.
const asked = new URLSearchParams(location.search).getAll("path");

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
    storedParts: at("stored-parts.json").href,
    solved: readSolved(),
    records: record !== undefined,
  });
  workers.add(worker);
  return worker;
}

// Starts while Lab loads, so that the first notebook does not wait for it.
const hasWorkers = typeof Worker === "function";
let spare = hasWorkers ? startWorker() : undefined;
const types = { course: at("types.json").href, danfo: at("types-danfojs.json").href };
const compiler = hasWorkers ? new Compiler(at("compiler.js"), types, at("conversions.json")) : undefined;

const published: Promise<PublishedNotebooks> = fetch(at("published.json")).then((response) =>
  response.json(),
);
published.catch(() => {});

/** Lab opens the notebook faster if the compiler does not load beside it. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 1000);
}

defineExtension("reelbook-kernel", async (share) => {
  const { BaseKernel, IKernelSpecs, IKernelClient } = await share<LiteServices>("@jupyterlite/services");
  const { INotebookTracker } = await share<{ INotebookTracker: unknown }>("@jupyterlab/notebook");
  const { Notification } = await share<{ Notification: Notifications }>("@jupyterlab/apputils");

  function activate(
    app: Application,
    specs: KernelSpecs,
    tracker: NotebookTracker,
    client: KernelClient | null,
  ): void {
    // Lab itself opens them half a second later, when it has saved which files are open.
    void app.restored.then(() => {
      // Lab says itself which of them it cannot open.
      for (const path of asked) app.commands.execute("docmanager:open", { path }).catch(() => {});
    });
    const { serverSettings } = app.serviceManager.kernels;
    serverSettings.WebSocket = promptSocket(serverSettings.WebSocket);
    const kernels = new Map<string, TypeScriptKernel>();
    const lab = { app, tracker, notifications: Notification };
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
        onVariablesLost: (stopped) => offerNewRun(stopped, lab),
      });
    specs.register({
      spec: { ...KERNEL_SPEC, argv: [], resources: {} },
      async create(options: KernelOptions) {
        if (!Kernel) throw new Error(NO_WORKERS);
        const kernel = new Kernel(options);
        kernels.set(kernel.id, kernel);
        whenIdle(() => compiler?.start());
        return kernel;
      },
    });
    if (!Kernel) Notification.error(NO_WORKERS, { autoClose: false });
    void canStore().then((can) => {
      if (!can) Notification.warning(KEEPS_NOTHING, { autoClose: false });
    });
    tracker.widgetAdded.connect((_, panel) => void checkVersion(panel, app));
    tracker.forEach((panel) => void checkVersion(panel, app));
    if (!client) return;
    // JupyterLite's own interrupt only drops the cells that wait.
    const dropWaiting = client.interrupt.bind(client);
    client.interrupt = async (id) => {
      await dropWaiting(id);
      await kernels.get(id)?.interrupt();
    };
  }

  async function checkVersion(panel: NotebookPanel, app: Application): Promise<void> {
    const [known] = await Promise.all([published.catch(() => ({})), panel.context.ready]);
    const site = new URL("../../../", here);
    if (isOutdated(known, panel)) offerNewVersion(panel, { app, notifications: Notification, site });
  }

  return [
    {
      id: "reelbook-kernel:kernel",
      autoStart: true,
      requires: [IKernelSpecs, INotebookTracker],
      optional: [IKernelClient],
      activate,
    },
  ];
});
