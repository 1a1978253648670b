import { ArrowBatch } from "../arrow/arrow-columns.js";
import type { Relation } from "../plans/relations.js";
import type { Connection } from "../transport/connection.js";
import { execute, type RunOptions } from "../transport/execute.js";
import type { Fields } from "../transport/messages.js";

/** The value of `WriteOperation.SaveMode` for "overwrite" and "fail where it exists". */
const OVERWRITE = 2;
const FAIL = 3;

/** Runs plans on the server of a connection. */
export class PlanRunner {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The rows of a relation, in batches as they arrive. */
  async *batches(relation: Relation, options: RunOptions = {}): AsyncGenerator<ArrowBatch, void> {
    const root = { case: "root", value: relation };
    for await (const response of execute(this.#connection, root, options)) {
      const { case: kind, value } = response.responseType as { case: string; value: { data: Uint8Array } };
      if (kind === "arrowBatch") yield new ArrowBatch(value.data);
    }
  }

  /** The batches of a relation, all at once. */
  async collect(relation: Relation, options: RunOptions = {}): Promise<ArrowBatch[]> {
    const batches: ArrowBatch[] = [];
    for await (const batch of this.batches(relation, options)) batches.push(batch);
    return batches;
  }

  /** Runs a command of machine learning; the fields of its result. */
  async mlCommand(mlCommand: Fields, options: RunOptions = {}): Promise<Fields> {
    let result: Fields = {};
    for await (const { responseType } of this.#command("mlCommand", mlCommand, options)) {
      const { case: kind, value } = responseType as { case: string; value: Fields };
      if (kind === "mlCommandResult") result = value;
    }
    return result;
  }

  /** Writes a relation to a Parquet folder on the server's disk. */
  async writeParquet(
    input: Relation,
    path: string,
    { overwrite = false, ...options }: RunOptions & { readonly overwrite?: boolean } = {},
  ): Promise<void> {
    const mode = overwrite ? OVERWRITE : FAIL;
    const write = { input, source: "parquet", mode, saveType: { case: "path", value: path } };
    for await (const _ of this.#command("writeOperation", write, options));
  }

  #command(name: string, value: Fields, options: RunOptions): AsyncGenerator<Fields, void> {
    const command = { case: "command", value: { commandType: { case: name, value } } };
    return execute(this.#connection, command, options);
  }
}
