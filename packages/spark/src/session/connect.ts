import { checkTimeout } from "../settings/checks.js";
import { parseAddress } from "../transport/address.js";
import { Connection } from "../transport/connection.js";
import { defaultAddress } from "./default-address.js";
import { SparkSession } from "./spark-session.js";

/** The oldest version of Spark with machine learning over Connect. */
const OLDEST = 4;

/** Options of {@link connect}. */
export interface ConnectOptions {
  /** Milliseconds to wait for the server's first answer. @default 10000 */
  readonly timeout?: number;
  /**
   * With TLS: the certificates, as PEM, of the authorities that are trusted, such as a company's
   * own. @default those of gRPC
   */
  readonly rootCertificates?: string;
}

/**
 * Connects to a Spark Connect server, of Spark 4.0 or newer.
 *
 * @param address "sc://host:15002"; "sc://host:443/;use_ssl=true;token=…" for TLS and a token; by
 *   default that of the environment variable SPARK_REMOTE, else of the server that reelbook's
 *   `npm run spark -- start` started
 * @throws RangeError for an address of another form, a timeout that is not above 0, and a server
 *   below Spark 4.0; SparkError where no server answers or it refuses access. No message contains
 *   the token.
 * @example
 * const spark = await connect("sc://localhost:15002");
 */
export async function connect(
  address: string = defaultAddress(),
  { timeout = 10_000, rootCertificates }: ConnectOptions = {},
): Promise<SparkSession> {
  const connection = new Connection(parseAddress(address), { rootCertificates });
  try {
    const answer = await connection.unary(
      "AnalyzePlan",
      { analyze: { case: "sparkVersion", value: {} } },
      { deadline: Date.now() + checkTimeout(timeout) },
    );
    const { version } = (answer.result as { value: { version: string } }).value;
    if (Number.parseInt(version, 10) >= OLDEST) return new SparkSession(connection, version);
    throw new RangeError(
      `the server at ${connection.where} is Spark ${version}, which cannot fit models over Connect; use Spark 4.0 or newer`,
    );
  } catch (error) {
    connection.close();
    throw error;
  }
}
