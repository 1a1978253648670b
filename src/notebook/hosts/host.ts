import type { Figure } from "../../charts/parts/figure.js";
import type { Form } from "./form.js";

/** One output, as HTML and as plain text. */
export interface Content {
  readonly html: string;
  readonly text: string;
}

/** A place on the page whose content can be replaced. */
export interface Display {
  /** Replaces the content. */
  update(content: Content): void;
  /** As `update`, for the last time. */
  end(content: Content): void;
}

/** One text that outlives the kernel. */
export interface KeptText {
  /** What was written last; undefined if nothing was, or if it cannot be read. */
  read(): string | undefined;
  /** Throws an error that says why, if it cannot be kept. */
  write(text: string): void;
}

/**
 * What a notebook needs from its environment: a tslab kernel, plain Node, or a web page. Nothing
 * else in this folder depends on the environment.
 */
export interface Host {
  show(content: Content): void;
  plot(figure: Figure): void;
  display(): Display;
  /** Shows the form of the parameters, where something can draw it. */
  form(form: Form): void;
  /** The parameters set from outside, as a JSON object; undefined without any. */
  readonly parameters: string | undefined;
  /** Writes one line of the records; undefined if records are not collected. */
  readonly writeRecord: ((line: string) => void) | undefined;
  /** The files of exercises: their JSON by the names of their notebooks, "02-popularity". */
  readonly exercises?: Readonly<Record<string, string>>;
  /** The HTML of folded parts as they were published, by their titles. */
  readonly storedParts?: Readonly<Record<string, string>>;
  /** Keeps which exercises are solved; undefined where nothing can be kept. */
  readonly solved?: KeptText;
}
