import { FORM_MIME_TYPE, type Form } from "../../../src/notebook/hosts/form.js";
import type { LuminoWidget, MimeModel } from "../../render-mime.js";
import { element } from "../form/element.js";
import { ParametersForm } from "../form/parameters-form.js";
import type { CellWidget, SharedCell } from "./lab-types.js";
import type { LiveNotebook } from "./live-notebook.js";

export interface Place {
  readonly notebook: LiveNotebook;
  readonly cell: CellWidget;
}

/** The class of the widget that shows the output of `parameters()`. */
export function formRenderer(
  Widget: new () => LuminoWidget,
  find: (node: Node) => Place | undefined,
  copyable: (line: string, place: Place) => string,
) {
  return class FormRenderer extends Widget {
    #form: ParametersForm | undefined;
    #place: Place | undefined;
    #description: Form | undefined;

    async renderModel(model: MimeModel): Promise<void> {
      this.#description = model.data[FORM_MIME_TYPE] as Form;
      this.#show();
    }

    override onAfterAttach(message: unknown): void {
      super.onAfterAttach(message);
      this.#show();
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.#place?.cell.model.sharedModel.changed.disconnect(this.#onChanged);
      if (this.#form) this.#place?.notebook.removeForm(this.#form);
      this.#form?.dispose();
      super.dispose();
    }

    readonly #onChanged = (_: SharedCell, { sourceChange }: { readonly sourceChange?: unknown }) => {
      if (sourceChange) this.#form?.update();
    };

    #show(): void {
      if (!this.#description) return;
      const place = this.#place ?? find(this.node);
      if (!place) {
        const values = JSON.stringify(this.#description.values);
        this.node.replaceChildren(
          element(
            "div",
            { className: "reelbook-note" },
            `Parameters: ${values}; the controls are in the notebook.`,
          ),
        );
        return;
      }
      if (!this.#form) {
        this.#place = place;
        this.#form = new ParametersForm(place.notebook.hostOf(place.cell, (line) => copyable(line, place)));
        this.node.replaceChildren(this.#form.node);
        place.cell.model.sharedModel.changed.connect(this.#onChanged);
      }
      this.#form.show(this.#description);
      place.notebook.addForm(this.#form, place.cell);
    }
  };
}
