import type { Ratings } from "reelbook";
import { arrowRows } from "../arrow/arrow-rows.js";
import { csvFile, localRows, parquetFile, type Relation } from "../plans/relations.js";
import { type Connection, MAX_MESSAGE_BYTES } from "../transport/connection.js";
import type { Fields } from "../transport/messages.js";
import { chooseColumns, type GivenColumns } from "./choose-columns.js";
import { PlanRunner } from "./plan-runner.js";
import { sparkIds } from "./spark-ids.js";
import { SparkRatings } from "./spark-ratings.js";

/** Options of {@link SparkSession.csv} and {@link SparkSession.parquet}. */
export interface FileOptions {
  /**
   * The names of the file's columns, where they differ from userId, itemId or movieId, rating, and
   * timestamp.
   */
  readonly columns?: GivenColumns;
}

/** A connection to a Spark Connect server; `connect` opens one. */
export class SparkSession {
  /** The version of Spark, such as "4.3.0". */
  readonly version: string;
  readonly #connection: Connection;
  readonly #runner: PlanRunner;

  constructor(connection: Connection, version: string) {
    this.#connection = connection;
    this.#runner = new PlanRunner(connection);
    this.version = version;
  }

  /**
   * Ratings in a CSV file with a header, on the disk of the server or in its object store. Nothing
   * but the header is read yet.
   *
   * @throws SparkError where the server does not see the file, RangeError for other columns
   */
  async csv(path: string, options: FileOptions = {}): Promise<SparkRatings> {
    return this.#file(csvFile(path), path, options);
  }

  /** Ratings in a Parquet file or folder, otherwise as {@link csv}. */
  async parquet(path: string, options: FileOptions = {}): Promise<SparkRatings> {
    return this.#file(parquetFile(path), path, options);
  }

  /**
   * Ratings of this program, 16 bytes each. They are sent with each plan that uses them, so that a
   * file is better for more than a million.
   *
   * @throws RangeError for ids that are not integers of 32 bits, and for more than a message holds
   */
  ratings(ratings: Ratings): SparkRatings {
    const userIds = sparkIds(ratings.users.ids, "user");
    const itemIds = sparkIds(ratings.items.ids, "item");
    const rows = arrowRows({
      userId: ratings.userIndices.map((index) => userIds[index] ?? 0),
      itemId: ratings.itemIndices.map((index) => itemIds[index] ?? 0),
      rating: ratings.values,
      ...(ratings.timestamps && { timestamp: ratings.timestamps }),
    });
    if (rows.data.length > MAX_MESSAGE_BYTES * 0.9) {
      throw new RangeError(
        `${ratings.count} ratings are too many for a message to Spark; write them to a file that the server reads, and use spark.csv(path)`,
      );
    }
    const columns = {
      userId: "userId",
      itemId: "itemId",
      rating: "rating",
      timestamp: ratings.timestamps ? "timestamp" : undefined,
    };
    return new SparkRatings(this.#runner, localRows(rows.data, rows.schema), {
      columns,
      source: "the ratings",
    });
  }

  /** Ends the session: the server frees its models. The session cannot be used afterwards. */
  async close(): Promise<void> {
    await this.#connection.unary("ReleaseSession", {}).catch(() => {});
    this.#connection.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #file(file: Relation, path: string, { columns }: FileOptions): Promise<SparkRatings> {
    const plan = { opType: { case: "root", value: file } };
    const answer = await this.#connection.unary("AnalyzePlan", {
      analyze: { case: "schema", value: { plan } },
    });
    const names = fieldNames(answer);
    return new SparkRatings(this.#runner, file, {
      columns: chooseColumns(names, path, columns),
      source: path,
    });
  }
}

/** The names of the columns in the answer to a question for the schema. */
function fieldNames(answer: Fields): string[] {
  const { value } = answer.result as {
    value: { schema?: { kind: { value: { fields?: { name: string }[] } } } };
  };
  return value.schema?.kind.value.fields?.map(({ name }) => name) ?? [];
}
