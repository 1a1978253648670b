import type { Figure } from "../../charts/parts/figure.js";
import { wellFormedText } from "../../text/well-formed-text.js";
import { FORM_MIME_TYPE, type Form } from "./form.js";
import type { Content, Display, Host, KeptText } from "./host.js";
import { wellFormed } from "./well-formed.js";

/** The part of tslab's public API that is used here. */
export interface Tslab {
  readonly display: TslabDisplay;
  newDisplay(): TslabDisplay;
}

interface TslabDisplay {
  html(html: string): void;
  raw(mimeType: string, content: unknown): void;
}

/** The global that tslab gives to cells: its `require` finds the tslab of the running kernel. */
interface TslabGlobal {
  require(name: "tslab"): Tslab;
}

/** What is set from outside of the notebook. */
type Outside = Pick<Host, "exercises" | "parameters" | "solved" | "storedParts" | "writeRecord">;

/**
 * A cell of the tslab kernel. tslab sends outputs synchronously, so displays update even during a
 * loop without `await`. Lone surrogates are replaced, because nbformat cannot save them.
 */
export class TslabHost implements Host {
  readonly #tslab: Tslab;
  readonly #outside: Outside;

  constructor(tslab: Tslab, outside: Outside) {
    this.#tslab = tslab;
    this.#outside = outside;
  }

  /** The host of the kernel this process runs; undefined outside a tslab kernel. */
  static find(outside: Outside): TslabHost | undefined {
    const kernel = (globalThis as { __tslab__?: TslabGlobal }).__tslab__;
    return kernel && new TslabHost(kernel.require("tslab"), outside);
  }

  show({ html }: Content): void {
    this.#tslab.display.html(wellFormedText(html));
  }

  plot({ data, layout }: Figure): void {
    this.#tslab.display.raw("application/vnd.plotly.v1+json", wellFormed({ data, layout }));
  }

  form(form: Form): void {
    this.#tslab.display.raw(FORM_MIME_TYPE, wellFormed(form));
  }

  display(): Display {
    const display = this.#tslab.newDisplay();
    const update = ({ html }: Content) => display.html(wellFormedText(html));
    return { update, end: update };
  }

  get parameters(): string | undefined {
    return this.#outside.parameters;
  }

  get writeRecord(): ((line: string) => void) | undefined {
    return this.#outside.writeRecord;
  }

  get exercises(): Readonly<Record<string, string>> {
    return this.#outside.exercises ?? {};
  }

  get storedParts(): Readonly<Record<string, string>> {
    return this.#outside.storedParts ?? {};
  }

  get solved(): KeptText | undefined {
    return this.#outside.solved;
  }
}
