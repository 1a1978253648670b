import { FORM_MIME_TYPE } from "../../src/notebook/hosts/form.js";
import { defineExtension } from "../extension.js";
import type { LuminoWidget, RenderMimeRegistry } from "../render-mime.js";
import { element } from "./form/element.js";
import css from "./form/form.css";
import { formRenderer, type Place } from "./lab/form-renderer.js";
import type {
  App,
  CodeCellStatic,
  CommandPalette,
  NotebookActionsStatic,
  NotebookPanel,
  NotebookTracker,
} from "./lab/lab-types.js";
import { copyable, valuesInAddress } from "./lab/links.js";
import { LiveNotebook } from "./lab/live-notebook.js";

// Lab changes the address when it opens the notebook.
let given = valuesInAddress();

const COMMAND = "reelbook:run-out-of-date";

defineExtension("reelbook-sliders", async (share) => {
  const [
    { INotebookTracker, NotebookActions },
    { IRenderMimeRegistry },
    { Widget },
    { CodeCell },
    { ICommandPalette },
  ] = await Promise.all([
    share<{ INotebookTracker: unknown; NotebookActions: NotebookActionsStatic }>("@jupyterlab/notebook"),
    share<{ IRenderMimeRegistry: unknown }>("@jupyterlab/rendermime"),
    share<{ Widget: new () => LuminoWidget }>("@lumino/widgets"),
    share<{ CodeCell: CodeCellStatic }>("@jupyterlab/cells"),
    share<{ ICommandPalette: unknown }>("@jupyterlab/apputils"),
  ]);
  const activate = (
    { commands }: App,
    tracker: NotebookTracker,
    rendermime: RenderMimeRegistry,
    palette: CommandPalette | null,
  ) => {
    document.head.append(element("style", {}, css));
    const notebooks = new Map<NotebookPanel, LiveNotebook>();
    const open = (panel: NotebookPanel) => {
      if (notebooks.has(panel)) return;
      const notebook = new LiveNotebook(panel, { CodeCell, NotebookActions });
      notebooks.set(panel, notebook);
      if (given && (given.path === "" || given.path === panel.context.path)) {
        void notebook.open(given.line);
        given = undefined;
      }
      panel.disposed.connect(() => notebooks.delete(panel));
    };
    tracker.forEach(open);
    tracker.widgetAdded.connect((_, panel) => open(panel));

    const find = (node: Node): Place | undefined => {
      for (const notebook of notebooks.values()) {
        const cell = notebook.cellWith(node);
        if (cell) return { notebook, cell };
      }
      return undefined;
    };
    const FormRenderer = formRenderer(Widget, find, (line, { notebook }) =>
      copyable(line, notebook.panel.context.path),
    );
    const createRenderer = () => new FormRenderer();
    rendermime.addFactory({ safe: true, mimeTypes: [FORM_MIME_TYPE], createRenderer }, 0);

    const current = () => (tracker.currentWidget ? notebooks.get(tracker.currentWidget) : undefined);
    commands.addCommand(COMMAND, {
      label: "Run the Cells That Are Out of Date",
      isEnabled: () => (current()?.toRun().length ?? 0) > 0,
      execute: () => current()?.runOutOfDate(),
    });
    palette?.addItem({ command: COMMAND, category: "Notebook Operations" });
  };
  const requires = [INotebookTracker, IRenderMimeRegistry];
  return [{ id: "reelbook-sliders:form", autoStart: true, requires, optional: [ICommandPalette], activate }];
});
