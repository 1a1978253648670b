import type { Figure } from "../../charts/parts/figure.js";
import { wellFormedText } from "../../text/well-formed-text.js";
import type { Content, Display } from "./host.js";
import { NodeHost } from "./node-host.js";
import { wellFormed } from "./well-formed.js";

/** The part of tslab's public API that is used here. */
interface Tslab {
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

/**
 * A cell of the tslab kernel. tslab sends outputs synchronously, so displays update even during a
 * loop without `await`. Lone surrogates are replaced, because nbformat cannot save them.
 */
export class TslabHost extends NodeHost {
  readonly #tslab: Tslab;

  private constructor(tslab: Tslab) {
    super();
    this.#tslab = tslab;
  }

  /** The host of the kernel this process runs; undefined outside a tslab kernel. */
  static find(): TslabHost | undefined {
    const kernel = (globalThis as { __tslab__?: TslabGlobal }).__tslab__;
    return kernel && new TslabHost(kernel.require("tslab"));
  }

  override show({ html }: Content): void {
    this.#tslab.display.html(wellFormedText(html));
  }

  override plot({ data, layout }: Figure): void {
    this.#tslab.display.raw("application/vnd.plotly.v1+json", wellFormed({ data, layout }));
  }

  override display(): Display {
    const display = this.#tslab.newDisplay();
    const update = ({ html }: Content) => display.html(wellFormedText(html));
    return { update, end: update };
  }
}
