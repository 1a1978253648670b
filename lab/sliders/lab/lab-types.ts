import type { Output } from "../running/error-message.js";

// The part of JupyterLab's types that the extension uses.

export interface Signal<Sender, Args> {
  connect(slot: (sender: Sender, args: Args) => void): boolean;
  disconnect(slot: (sender: Sender, args: Args) => void): boolean;
}

export interface UndoManager {
  captureTimeout: number;
  stopCapturing(): void;
}

export interface SharedCell {
  readonly undoManager: UndoManager | null;
  readonly changed: Signal<SharedCell, { readonly sourceChange?: unknown }>;
  getId(): string;
  getSource(): string;
  updateSource(start: number, end: number, value?: string): void;
  undo(): void;
  redo(): void;
}

export interface OutputModel {
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CellModel {
  readonly type: string;
  readonly sharedModel: SharedCell;
  readonly outputs: {
    readonly length: number;
    get(index: number): OutputModel;
    set(index: number, output: Output): void;
    toJSON(): Output[];
    fromJSON(outputs: readonly Output[]): void;
  };
  executionCount: number | null;
  executionState: string;
}

export interface CellWidget {
  readonly node: HTMLElement;
  readonly model: CellModel;
  readonly isDisposed: boolean;
  readonly outputArea?: { readonly node: HTMLElement };
}

export interface Message {
  readonly header: { readonly msg_id: string; readonly msg_type: string };
  readonly parent_header: { readonly msg_id?: string };
  readonly content: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface Future {
  onIOPub: (message: Message) => void;
  readonly done: Promise<Message>;
}

export interface Kernel {
  requestComplete(content: { code: string; cursor_pos: number }): Promise<Message>;
  readonly anyMessage: Signal<Kernel, { readonly msg: Message; readonly direction: "send" | "recv" }>;
  requestExecute(
    content: {
      readonly code: string;
      readonly store_history: boolean;
      readonly allow_stdin: boolean;
      readonly stop_on_error: boolean;
    },
    disposeOnDone: boolean,
    metadata: Readonly<Record<string, unknown>>,
  ): Future;
}

export interface SessionContext {
  readonly session: { readonly kernel: Kernel | null } | null;
  readonly kernelDisplayStatus: string;
  readonly kernelChanged: Signal<SessionContext, unknown>;
  readonly statusChanged: Signal<SessionContext, string>;
}

export interface NotebookModel {
  readonly contentChanged: Signal<NotebookModel, unknown>;
  readonly deletedCells: string[];
}

export interface NotebookPanel {
  readonly isDisposed: boolean;
  readonly disposed: Signal<NotebookPanel, unknown>;
  readonly context: { readonly path: string; readonly ready: Promise<void>; save(): Promise<void> };
  readonly sessionContext: SessionContext;
  readonly content: { readonly widgets: readonly CellWidget[]; readonly model: NotebookModel | null };
}

export interface NotebookTracker {
  readonly currentWidget: NotebookPanel | null;
  readonly widgetAdded: Signal<NotebookTracker, NotebookPanel>;
  readonly currentChanged: Signal<NotebookTracker, NotebookPanel | null>;
  find(matches: (panel: NotebookPanel) => boolean): NotebookPanel | undefined;
  forEach(each: (panel: NotebookPanel) => void): void;
}

export interface CodeCellStatic {
  execute(
    cell: CellWidget,
    sessionContext: SessionContext,
    metadata?: Readonly<Record<string, unknown>>,
  ): Promise<Message | undefined>;
}

export interface NotebookActionsStatic {
  runAll(notebook: NotebookPanel["content"], sessionContext: SessionContext): Promise<boolean>;
}

export interface Commands {
  addCommand(
    id: string,
    options: { label: string; caption?: string; execute(): unknown; isEnabled?(): boolean },
  ): unknown;
}

export interface App {
  readonly commands: Commands;
}

export interface CommandPalette {
  addItem(item: { command: string; category: string }): unknown;
}
