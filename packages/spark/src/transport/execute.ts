import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { checkTimeout } from "../settings/checks.js";
import type { Connection } from "./connection.js";
import type { Fields } from "./messages.js";
import { isLostConnection, isUnknownOperation } from "./spark-error.js";

/** Options of whatever runs on the server. */
export interface RunOptions {
  /** Stops the work, on the server too; the call throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which it is stopped. @default none */
  readonly timeout?: number | undefined;
}

/** Attempts to continue without a response in between. */
const MAX_ATTEMPTS = 5;
/** Milliseconds before the first of them; twice as many before each next one. */
const FIRST_DELAY = 100;
/** Milliseconds for a call that only cleans up. */
const CLEAN_UP_TIMEOUT = 2000;

/** The value of `InterruptRequest.InterruptType` for one operation. */
const INTERRUPT_OPERATION = 3;

/**
 * Runs a plan on the server and yields its responses. The operation is reattachable: after a lost
 * connection, or where the server ends a stream early, it continues after the last response, and
 * the plan runs once. The same request is sent again, with the same operation id, only where the
 * server says that it never got it. Whatever happens, the operation is released; unless it is
 * complete, it is interrupted before.
 *
 * @throws SparkError, the reason of an aborted signal, or RangeError for a timeout not above 0
 */
export async function* execute(
  connection: Connection,
  opType: Fields,
  { signal, timeout }: RunOptions = {},
): AsyncGenerator<Fields, void> {
  signal?.throwIfAborted();
  const operationId = randomUUID();
  const limit = timeout === undefined ? {} : { deadline: Date.now() + checkTimeout(timeout) };
  const reattachable = { requestOption: { case: "reattachOptions", value: { reattachable: true } } };
  const request = { operationId, plan: { opType }, requestOptions: [reattachable] };
  let call = connection.stream("ExecutePlan", request, limit);
  const cancel = () => call.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  let lastResponseId: unknown;
  let isSentAgain = false;
  let isComplete = false;
  let attempts = 0;
  try {
    for (;;) {
      try {
        let hasResponse = false;
        for await (const response of call as AsyncIterable<Fields>) {
          hasResponse = true;
          attempts = 0;
          lastResponseId = response.responseId;
          connection.observe(response);
          if ((response.responseType as Fields).case === "resultComplete") isComplete = true;
          else yield response;
        }
        if (isComplete) return;
        if (!hasResponse) await pause(FIRST_DELAY, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (isUnknownOperation(error) && lastResponseId === undefined && !isSentAgain) {
          isSentAgain = true;
          call = connection.stream("ExecutePlan", request, limit);
          continue;
        }
        if (isComplete) return;
        if (!isLostConnection(error) || ++attempts > MAX_ATTEMPTS) throw connection.failure(error);
        await pause(FIRST_DELAY * 2 ** (attempts - 1), signal);
      }
      call = connection.stream(
        "ReattachExecute",
        { operationId, ...(lastResponseId !== undefined && { lastResponseId }) },
        limit,
      );
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    // A cancelled stream reports its end as an error, which nobody waits for.
    call.on("error", () => {});
    call.cancel();
    if (!isComplete) await stop(connection, operationId);
    await cleanUp(connection, "ReleaseExecute", { operationId, release: { case: "releaseAll", value: {} } });
  }
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
  signal?.throwIfAborted();
}

function stop(connection: Connection, operationId: string): Promise<void> {
  const interrupt = { case: "operationId", value: operationId };
  return cleanUp(connection, "Interrupt", { interruptType: INTERRUPT_OPERATION, interrupt });
}

/** A call whose failure changes nothing: the server may be gone. */
async function cleanUp(connection: Connection, method: string, fields: Fields): Promise<void> {
  await connection.unary(method, fields, { deadline: Date.now() + CLEAN_UP_TIMEOUT }).catch(() => {});
}
