import { expect, test, vi } from "vitest";
import type { NotebookPanel, NotebookTracker } from "../../../lab/kernel/lab-application.js";
import { offerNewRun } from "../../../lab/kernel/offer-new-run.js";

const panel = {
  id: "panel-1",
  context: { path: "notebooks/02-popularity.ipynb" },
  content: { widgets: [{ model: { id: "a" } }, { model: { id: "b" } }], activeCellIndex: 0 },
  sessionContext: { session: { kernel: { id: "kernel-1" } } },
} as unknown as NotebookPanel;

function lab() {
  const execute = vi.fn(async () => {});
  const activateById = vi.fn();
  const warning = vi.fn();
  const tracker = { find: (matches: (panel: NotebookPanel) => boolean) => [panel].find(matches) };
  return {
    warning,
    execute,
    activateById,
    services: {
      app: { commands: { execute }, shell: { activateById } } as never,
      tracker: tracker as NotebookTracker,
      notifications: { warning } as never,
    },
  };
}

test("offers to run the cells above the one that was stopped, in its own notebook", () => {
  const { services, warning, execute, activateById } = lab();
  offerNewRun({ kernelId: "kernel-1", cellId: "b" }, services);
  const [message, { actions }] = warning.mock.calls[0]!;
  expect(message).toBe("A cell of 02-popularity.ipynb was stopped, and its variables are gone.");
  actions[0].callback();
  expect(activateById).toHaveBeenCalledWith("panel-1");
  expect(panel.content.activeCellIndex).toBe(1);
  expect(execute).toHaveBeenCalledWith("notebook:run-all-above");
});

test("only says so where it does not know the cell", () => {
  const { services, warning } = lab();
  offerNewRun({ kernelId: "kernel-2", cellId: "b" }, services);
  offerNewRun({ kernelId: "kernel-1", cellId: undefined }, services);
  expect(warning.mock.calls.map(([, { actions }]) => actions)).toEqual([undefined, undefined]);
});
