/** On which line each row stood: kept as the few places where the line is not the one after the row before. */
export class LineNumbers {
  readonly #rows: number[] = [];
  readonly #lines: number[] = [];
  #rowCount = 0;
  #nextLine = 0;

  /** The next row stood on this line, or the next `count` rows on this line and those after it. */
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
