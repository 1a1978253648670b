/** An error of types or syntax in a cell. Lines and columns start at 0, as the compiler counts. */
export interface Diagnostic {
  readonly line: number;
  readonly character: number;
  readonly message: string;
  readonly code: number;
  /** Only where it is not in the cell itself. */
  readonly file?: string;
}

/** What tslab's converter makes of a cell, given the declarations of the cells before it. */
export interface Conversion {
  readonly diagnostics: readonly Diagnostic[];
  /** JavaScript; missing where the cell has errors. */
  readonly output?: string;
  /** The declarations of this cell and of those before it. */
  readonly declarations?: string;
  /** The variable that gets the value of the cell's last expression. */
  readonly lastExpression?: string;
  readonly hasTopLevelAwait?: boolean;
}
