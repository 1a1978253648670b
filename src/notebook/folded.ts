import { escapeHtml } from "../text/escape-html.js";
import { currentHost, useHost } from "./hosts/current-host.js";
import type { Content, Host } from "./hosts/host.js";

/** What a folded part shows, and the data set that it is computed from. */
export interface FoldedOptions<Data> {
  /** The name of a data set that not every reader has, such as "ml-100k". */
  readonly needs: string;
  /** What was loaded or computed from it; undefined where it is missing. */
  readonly data: Data | undefined;
  /** Shows tables of the data, with `show`. */
  readonly show: (data: Data) => void;
}

/**
 * Shows tables in a part that the reader opens with a click, such as numbers computed on another
 * data set than the notebook's. Without that data set, the part says how to get it. In plain Node
 * the tables are indented below the title.
 *
 * @throws TypeError for a figure among what is shown.
 * @example
 * const original = await loadDataset("ml-100k").catch(() => undefined);
 * folded("The tutorial's own numbers", {
 *   needs: "ml-100k",
 *   data: original,
 *   show: ({ ratings }) => show({ ratings: ratings.count }),
 * });
 */
export function folded<Data>(title: string, { needs, data, show }: FoldedOptions<Data>): void {
  const isMissing = data === undefined;
  const contents = isMissing ? [howToGet(needs)] : shownBy(() => show(data));
  const mark = isMissing ? "data-missing" : "data-needs";
  currentHost().show({
    html: [
      `<details ${mark}="${escapeHtml(needs)}" class="mathjax_ignore"><summary>${escapeHtml(title)}</summary>`,
      ...contents.map(({ html }) => html),
      "</details>",
    ].join("\n"),
    text: [title, ...contents.flatMap(({ text }) => text.split("\n").map((row) => `  ${row}`))].join("\n"),
  });
}

function howToGet(needs: string): Content {
  const [before, after] = [
    `Computed on ${needs}, which cannot be loaded here. In the course's folder on a computer of your own, `,
    " fetches it; then restart the kernel, and run the notebook again.",
  ];
  const command = `npm run data -- ${needs}`;
  return {
    html: `<p>${escapeHtml(before)}<code>${escapeHtml(command)}</code>${escapeHtml(after)}</p>`,
    text: `${before}\`${command}\`${after}`,
  };
}

/** All that is shown during the call, instead of on the page. */
function shownBy(call: () => void): Content[] {
  const contents: Content[] = [];
  const outer = currentHost();
  useHost(collecting(outer, contents));
  try {
    call();
  } finally {
    useHost(outer);
  }
  return contents;
}

function collecting(outer: Host, contents: Content[]): Host {
  return {
    show: (content) => contents.push(content),
    plot: () => {
      throw new TypeError("folded shows tables; draw the figure in a cell of its own");
    },
    display: () => outer.display(),
    form: (form) => outer.form(form),
    parameters: outer.parameters,
    writeRecord: outer.writeRecord,
    exercises: outer.exercises,
    solved: outer.solved,
  };
}
