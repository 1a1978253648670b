/** Codes of gRPC that this client tells apart. */
export const GRPC_CODES = {
  deadlineExceeded: 4,
  permissionDenied: 7,
  resourceExhausted: 8,
  unimplemented: 12,
  unavailable: 14,
  unauthenticated: 16,
} as const;

/** What is known of a failed call. */
export interface SparkFailure {
  /** The code of gRPC; the server reports nearly all errors as 13. */
  readonly code: number;
  /** The error class of Spark, such as "PATH_NOT_FOUND". */
  readonly errorClass?: string | undefined;
}

/**
 * An error of a Spark Connect server, or of the connection to it. `message` says what to do about
 * it; `errorClass` is Spark's own, where it gave one.
 */
export class SparkError extends Error {
  override readonly name = "SparkError";
  readonly code: number;
  readonly errorClass: string | undefined;

  constructor(message: string, { code, errorClass }: SparkFailure) {
    super(message);
    this.code = code;
    this.errorClass = errorClass;
  }
}

/** The number of characters of Spark's own text that an error repeats. */
const MAX_TEXT = 300;

/**
 * The error for a failed call of gRPC.
 *
 * @param where the server as "host:port", without its token
 * @param secrets texts that the error must not repeat, even where the server does
 */
export function toSparkError(error: unknown, where: string, secrets: readonly string[] = []): unknown {
  if (error instanceof SparkError || !isCallError(error)) return error;
  const { code } = error;
  const details = secrets.reduce((text, secret) => text.replaceAll(secret, "…"), error.details);
  const [, errorClass, text = details] = /^\[([A-Z0-9_.]+)\]\s*([\s\S]*)$/.exec(details) ?? [];
  return new SparkError(sentence({ code, errorClass }, text, where), { code, errorClass });
}

/** Whether the server does not know the operation or session of a call to reattach to it. */
export function isUnknownOperation(error: unknown): boolean {
  return isCallError(error) && /INVALID_HANDLE\.(OPERATION|SESSION)_NOT_FOUND/.test(error.details);
}

/** Whether the connection was lost, so that the call may be continued. */
export function isLostConnection(error: unknown): boolean {
  return isCallError(error) && error.code === GRPC_CODES.unavailable;
}

function isCallError(error: unknown): error is { code: number; details: string } {
  const { code, details } = (error ?? {}) as { code?: unknown; details?: unknown };
  return typeof code === "number" && typeof details === "string";
}

const MODEL_LOST = /^(CONNECT_ML\.CACHE_INVALID|INVALID_HANDLE\.SESSION_)/;
const START = 'start one with "npm run spark -- start", or correct the address';

function sentence({ code, errorClass = "" }: SparkFailure, text: string, where: string): string {
  const said = shortened(text);
  if (MODEL_LOST.test(errorClass)) {
    return `the Spark server at ${where} no longer has this model or session (it was restarted, or left the model idle too long); connect and fit again`;
  }
  if (/StackOverflowError|stopped SparkContext/.test(text)) {
    return `the Spark server at ${where} broke down: ${said} Start it again; ALS of many iterations needs its setting spark.checkpoint.dir, and more data more memory`;
  }
  if (errorClass === "PATH_NOT_FOUND") {
    return `the Spark server at ${where} does not see the file: ${said} Give a path on the server's disk, or use spark.ratings(ratings)`;
  }
  if (errorClass === "PATH_ALREADY_EXISTS") {
    return `the Spark server at ${where} does not overwrite: ${said} Give another path, or pass overwrite: true`;
  }
  if (code === GRPC_CODES.unavailable && /wrong version number|packet length too long/i.test(text)) {
    return `the server at ${where} does not speak TLS; leave out use_ssl=true, and a token with it, or let a proxy add TLS`;
  }
  if (code === GRPC_CODES.unavailable && /certificate|altname/i.test(text)) {
    return `the certificate of the Spark server at ${where} is not trusted: ${said} Pass that of its authority to connect as rootCertificates, or correct the host`;
  }
  if (code === GRPC_CODES.unavailable) {
    const asksForTls = /Failed to connect \(/.test(text) ? ", or add use_ssl=true where it wants TLS" : "";
    return `no Spark Connect server answers at ${where}; ${START}${asksForTls}`;
  }
  if (code === GRPC_CODES.deadlineExceeded) {
    return `the Spark server at ${where} did not finish in time, and was told to stop; pass a longer timeout`;
  }
  if (code === GRPC_CODES.unauthenticated || code === GRPC_CODES.permissionDenied) {
    return `the Spark server at ${where} refused access; correct token or user_id in the address`;
  }
  if (code === GRPC_CODES.resourceExhausted) {
    return `a message to or from the Spark server at ${where} is too large: ${said} Write the ratings to a file that the server reads, or fetch less`;
  }
  if (code === GRPC_CODES.unimplemented) {
    return `the server at ${where} does not know this call; connect to Spark Connect of Spark 4.0 or newer`;
  }
  return `the Spark server at ${where} failed${errorClass && ` with ${errorClass}`}: ${said}`;
}

/** The first paragraph, in which the server names the cause. */
function shortened(text: string): string {
  const [first = ""] = text.trim().split(/\n\s*\n|\n\s*at |\n== SQL/);
  const line = first.replaceAll(/\s+/g, " ").trim() || "it gave no reason.";
  const short = line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)} …` : line;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}
