import type { Figure } from "../../../src/charts/parts/figure.js";
import { useHost } from "../../../src/notebook/hosts/current-host.js";
import type { Form } from "../../../src/notebook/hosts/form.js";
import type { Content, Display, Host, KeptText } from "../../../src/notebook/hosts/host.js";

interface FakeHostOptions {
  readonly parameters?: object;
  readonly recording?: boolean;
  readonly exercises?: Readonly<Record<string, string>>;
  readonly storedParts?: Readonly<Record<string, string>>;
  readonly solved?: KeptText;
}

/** A host that keeps all it is told, for tests to look at. */
export class FakeHost implements Host {
  readonly shown: Content[] = [];
  readonly figures: Figure[] = [];
  readonly updates: Content[] = [];
  readonly ends: Content[] = [];
  readonly forms: Form[] = [];
  readonly lines: string[] = [];
  readonly parameters: string | undefined;
  readonly writeRecord: ((line: string) => void) | undefined;

  readonly exercises: Readonly<Record<string, string>>;
  readonly storedParts: Readonly<Record<string, string>>;
  readonly solved?: KeptText;

  constructor(options: FakeHostOptions = {}) {
    const { parameters, recording = false, exercises = {}, storedParts = {}, solved } = options;
    this.parameters = parameters && JSON.stringify(parameters);
    this.writeRecord = recording ? (line) => this.lines.push(line) : undefined;
    this.exercises = exercises;
    this.storedParts = storedParts;
    if (solved) this.solved = solved;
  }

  show(content: Content): void {
    this.shown.push(content);
  }

  plot(figure: Figure): void {
    this.figures.push(figure);
  }

  form(form: Form): void {
    this.forms.push(form);
  }

  display(): Display {
    return {
      update: (content) => this.updates.push(content),
      end: (content) => this.ends.push(content),
    };
  }
}

/** Puts a fake host in the place of the real one; `useHost()` brings that back. */
export function useFakeHost(options: ConstructorParameters<typeof FakeHost>[0] = {}): FakeHost {
  const host = new FakeHost(options);
  useHost(host);
  return host;
}
