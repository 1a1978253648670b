import type { ContentsManager } from "./lab-contents.js";
import type { LocalSocket } from "./prompt-socket.js";

// The parts of Lab's application and notebooks that the kernel uses.

export interface Application {
  /** Resolves when the files of the last visit are open again. */
  readonly restored: Promise<unknown>;
  readonly serviceManager: {
    readonly contents: ContentsManager;
    readonly kernels: { readonly serverSettings: { WebSocket: new (...args: never[]) => LocalSocket } };
  };
  readonly commands: { execute(command: string, args?: object): Promise<unknown> };
  readonly shell: { activateById(id: string): void };
}

export interface NotebookPanel {
  readonly id: string;
  readonly context: { readonly path: string; readonly ready: Promise<void> };
  readonly content: {
    readonly widgets: readonly { readonly model: { readonly id: string } }[];
    activeCellIndex: number;
    readonly model: { getMetadata(key: string): unknown } | null;
  };
  readonly sessionContext: { readonly session: { readonly kernel: { readonly id: string } | null } | null };
}

export interface NotebookTracker {
  readonly widgetAdded: { connect(slot: (tracker: NotebookTracker, panel: NotebookPanel) => void): void };
  find(matches: (panel: NotebookPanel) => boolean): NotebookPanel | undefined;
  forEach(each: (panel: NotebookPanel) => void): void;
}

/** Messages in a corner of Lab. */
export interface Notifications {
  warning(message: string, options: NotificationOptions): string;
  info(message: string, options: NotificationOptions): string;
  error(message: string, options: NotificationOptions): string;
}

interface NotificationOptions {
  readonly autoClose: false;
  readonly actions?: readonly { readonly label: string; callback(): void }[];
}
