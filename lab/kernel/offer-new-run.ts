import type { Application, NotebookTracker, Notifications } from "./lab-application.js";

/** A cell that could be stopped only together with the variables of its notebook. */
export interface StoppedCell {
  readonly kernelId: string;
  /** Unknown for code that no cell has sent. */
  readonly cellId: string | undefined;
}

/** Offers to run the notebook from its top to the cell that was stopped, without that cell. */
export function offerNewRun(
  { kernelId, cellId }: StoppedCell,
  {
    app,
    tracker,
    notifications,
  }: { app: Application; tracker: NotebookTracker; notifications: Notifications },
): void {
  const panel = tracker.find(({ sessionContext }) => sessionContext.session?.kernel?.id === kernelId);
  const place = panel?.content.widgets.findIndex(({ model }) => model.id === cellId) ?? -1;
  const name = panel?.context.path.split("/").at(-1) ?? "the notebook";
  const message = `A cell of ${name} was stopped, and its variables are gone.`;
  if (!panel || place < 0) {
    notifications.warning(message, { autoClose: false });
    return;
  }
  const callback = () => {
    app.shell.activateById(panel.id);
    panel.content.activeCellIndex = place;
    void app.commands.execute("notebook:run-all-above");
  };
  notifications.warning(message, {
    autoClose: false,
    actions: [{ label: "Run the cells above it", callback }],
  });
}
