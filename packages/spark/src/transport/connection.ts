import { randomUUID } from "node:crypto";
import { Client, type ClientReadableStream, credentials, Metadata } from "@grpc/grpc-js";
import type { Address } from "./address.js";
import { decodeMessage, encodeMessage, type Fields } from "./messages.js";
import { toSparkError } from "./spark-error.js";

/** The most bytes of a message; the server has the same limit. */
export const MAX_MESSAGE_BYTES = 128 * 1024 * 1024;

/** Milliseconds between two signs of life on an idle connection, and for a call with one answer. */
const KEEP_ALIVE = 60_000;
const UNARY_TIMEOUT = 60_000;

/** Shorter values of headers are not secret, and occur in other texts. */
const SHORTEST_SECRET = 8;

/** Options of {@link Connection}. */
export interface ConnectionOptions {
  /** The certificates, as PEM, of the authorities that are trusted instead of the usual ones. */
  readonly rootCertificates?: string | undefined;
}

/** How long a call may take. */
export interface Deadline {
  /** Milliseconds since 1970 at which the client gives up. @default never */
  readonly deadline?: number;
}

/**
 * One channel to a Spark Connect server, with a session of its own. The session id is random,
 * because whoever knows it can use the session's models.
 */
export class Connection {
  readonly where: string;
  readonly sessionId: string = randomUUID();
  readonly #client: Client;
  readonly #metadata = new Metadata();
  readonly #userId: string;
  readonly #secrets: readonly string[];
  #serverSession: string | undefined;

  constructor(
    { host, port, isSecure, token, userId, headers }: Address,
    { rootCertificates }: ConnectionOptions = {},
  ) {
    this.where = `${host}:${port}`;
    this.#userId = userId;
    const long = Object.values(headers).filter((value) => value.length >= SHORTEST_SECRET);
    this.#secrets = [this.sessionId, ...(token ? [token] : []), ...long];
    const roots = rootCertificates === undefined ? null : Buffer.from(rootCertificates);
    if (token !== undefined) this.#metadata.set("authorization", `Bearer ${token}`);
    for (const [name, value] of Object.entries(headers)) this.#metadata.set(name, value);
    const security = isSecure ? credentials.createSsl(roots) : credentials.createInsecure();
    this.#client = new Client(this.where, security, {
      "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
      "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
      "grpc.keepalive_time_ms": KEEP_ALIVE,
    });
  }

  /** Calls a method of `spark.connect.SparkConnectService`; a SparkError if it fails. */
  unary(
    method: string,
    fields: Fields,
    { deadline = Date.now() + UNARY_TIMEOUT }: Deadline = {},
  ): Promise<Fields> {
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest<Fields, Fields>(
        path(method),
        (request) => Buffer.from(encodeMessage(`${method}Request`, request)),
        (bytes) => decodeMessage(`${method}Response`, bytes),
        { ...this.#session(), ...fields },
        this.#metadata,
        { deadline },
        (error, response) => {
          if (error || !response) return reject(this.failure(error));
          this.observe(response);
          resolve(response);
        },
      );
    });
  }

  /** Opens a stream of `ExecutePlanResponse`; its errors are those of gRPC. */
  stream(
    method: "ExecutePlan" | "ReattachExecute",
    fields: Fields,
    { deadline }: Deadline,
  ): ClientReadableStream<Fields> {
    return this.#client.makeServerStreamRequest<Fields, Fields>(
      path(method),
      (request) => Buffer.from(encodeMessage(`${method}Request`, request)),
      (bytes) => decodeMessage("ExecutePlanResponse", bytes),
      { ...this.#session(), ...fields },
      this.#metadata,
      deadline === undefined ? {} : { deadline },
    );
  }

  /** Notes the server's own session, so that a server that was started again is recognized. */
  observe({ serverSideSessionId }: Fields): void {
    if (typeof serverSideSessionId === "string" && serverSideSessionId !== "") {
      this.#serverSession = serverSideSessionId;
    }
  }

  /** The error for a failed call, which names neither token, nor header, nor session. */
  failure(error: unknown): unknown {
    return toSparkError(error, this.where, this.#secrets);
  }

  close(): void {
    this.#client.close();
  }

  #session(): Fields {
    return {
      sessionId: this.sessionId,
      userContext: { userId: this.#userId, userName: this.#userId },
      clientType: "reelbook-spark",
      ...(this.#serverSession !== undefined && { clientObservedServerSideSessionId: this.#serverSession }),
    };
  }
}

function path(method: string): string {
  return `/spark.connect.SparkConnectService/${method}`;
}
