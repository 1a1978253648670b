/** The line of each row, stored as the few rows whose line does not follow the previous one. */
export class LineNumbers {
  readonly #rows: number[] = [];
  readonly #lines: number[] = [];
  #rowCount = 0;
  #nextLine = 0;

  /** Adds a row on this line, or `count` rows on this line and the next ones. */
  push(line: number, count = 1): void {
    if (line !== this.#nextLine) {
      this.#rows.push(this.#rowCount);
      this.#lines.push(line);
    }
    this.#rowCount += count;
    this.#nextLine = line + count;
  }

  lineOf(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle] <= row) low = middle;
      else high = middle;
    }
    return this.#lines[low] + row - this.#rows[low];
  }
}
