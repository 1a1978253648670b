import type { Figure } from "../../charts/parts/figure.js";

/** One thing to show, as HTML and as the plain text that stands for it where there is no HTML. */
export interface Content {
  readonly html: string;
  readonly text: string;
}

/** A place on the page whose content can be replaced. */
export interface Display {
  /** Shows this content in place of what is there. */
  update(content: Content): void;
  /** As `update`, for the last time. */
  end(content: Content): void;
}

/**
 * All that a notebook asks of the place it runs in: a tslab kernel, plain Node, and later a web page.
 * Nothing else in this folder knows where it runs.
 */
export interface Host {
  show(content: Content): void;
  plot(figure: Figure): void;
  display(): Display;
  /** The parameters set from outside, as the text of a JSON object; undefined where none are. */
  readonly parameters: string | undefined;
  /** Writes one line where records are collected; undefined where nobody collects them. */
  readonly writeRecord: ((line: string) => void) | undefined;
}
