/** @typedef {Record<string, any>} Output as a notebook's file holds it */

/**
 * What tslab sends for something displayed.
 * @typedef {{ data: Output, metadata: Output, transient?: { display_id?: string } }} Display
 */

/**
 * Collects what one cell sends while it runs, in the form that Jupyter's client would write to the
 * notebook's file.
 */
export class CellOutputs {
  /** @type {Output[]} */
  #outputs = [];
  /** @type {Map<string | undefined, Output>} */
  #displays = new Map();

  /**
   * All text of a stream is one output.
   * @param {string} name stdout or stderr
   * @param {string} text
   */
  stream(name, text) {
    const known = this.#outputs.find((output) => output.name === name);
    if (known) known.text += text;
    else this.#outputs.push({ output_type: "stream", name, text });
  }

  /**
   * @param {Display} display
   * @param {boolean} [updates] whether it replaces what the display of that id showed
   */
  display({ data, metadata, transient }, updates = false) {
    const id = transient?.display_id;
    const known = this.#displays.get(id);
    if (known) Object.assign(known, { data, metadata });
    if (updates) return;
    const output = { output_type: "display_data", data, metadata };
    this.#outputs.push(output);
    if (id) this.#displays.set(id, output);
  }

  /** The outputs in order; where both streams are adjacent, stdout comes first. */
  toJSON() {
    const place = this.#outputs.findIndex(({ name }) => name === "stderr");
    const [stderr, stdout] = this.#outputs.slice(place, place + 2);
    if (place < 0 || stdout?.name !== "stdout") return this.#outputs;
    return this.#outputs.toSpliced(place, 2, stdout, /** @type {Output} */ (stderr));
  }
}
