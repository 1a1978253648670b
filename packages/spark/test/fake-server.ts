import { createServer, type Server as NetServer, connect as openSocket, type Socket } from "node:net";
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  type UntypedHandleCall,
} from "@grpc/grpc-js";
import { onTestFinished } from "vitest";
import { decodeMessage, encodeMessage, type Fields } from "../src/transport/messages.js";

/** An error as gRPC servers give it. */
export interface CallError {
  readonly code: number;
  readonly details: string;
}

/** How a fake server behaves. */
export interface FakeBehaviour {
  /** The answers to a plan, as `responseType`, before `resultComplete`. */
  readonly answers?: (plan: Fields) => readonly Fields[] | CallError;
  /** The answers that one stream gives before it ends. @default all */
  readonly perStream?: number;
  /** Answers that the first stream gives before it fails as a lost connection does. */
  readonly lostAfter?: number;
  /** Whether the first ExecutePlan is lost before the server notes it. */
  readonly losesFirst?: boolean;
  /** Milliseconds before the first answer. */
  readonly delay?: number;
  /** The key and certificate, as PEM, of a server with TLS. @default none, without TLS */
  readonly identity?: { readonly key: string; readonly certificate: string };
  /** The answer to AnalyzePlan, as `result`, or an error. */
  readonly analysis?: (analyze: Fields) => Fields | CallError;
}

/** A method that was called, with its request. */
export interface SeenCall {
  readonly method: string;
  readonly request: Fields;
  readonly headers: Readonly<Record<string, unknown>>;
}

const METHODS = [
  "ExecutePlan",
  "ReattachExecute",
  "ReleaseExecute",
  "ReleaseSession",
  "Interrupt",
  "AnalyzePlan",
];
const UNAVAILABLE = { code: 14, details: "the connection was lost" };

/** A Spark Connect server in this process, which answers as a test says and notes all calls. */
export class FakeServer {
  readonly calls: SeenCall[] = [];
  port = 0;
  readonly #server = new Server();
  readonly #operations = new Map<unknown, readonly Fields[] | CallError>();
  readonly #behaviour: FakeBehaviour;
  #streams = 0;

  private constructor(behaviour: FakeBehaviour) {
    this.#behaviour = behaviour;
  }

  /** A server that ends with the test. */
  static async start(behaviour: FakeBehaviour = {}): Promise<FakeServer> {
    const fake = new FakeServer(behaviour);
    fake.#addMethods();
    fake.port = await new Promise<number>((resolve, reject) => {
      fake.#server.bindAsync("127.0.0.1:0", credentialsOf(behaviour), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    onTestFinished(() => fake.stop());
    return fake;
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  get address(): string {
    return `sc://127.0.0.1:${this.port}`;
  }

  /** The names of the methods that were called, in order. */
  methods(): string[] {
    return this.calls.map(({ method }) => method);
  }

  /** The requests of one method. */
  requests(method: string): Fields[] {
    return this.calls.filter((call) => call.method === method).map(({ request }) => request);
  }

  #addMethods(): void {
    const handlers: Record<string, UntypedHandleCall> = {
      ExecutePlan: this.#streamed("ExecutePlan", (request, call) => this.#execute(request, call)),
      ReattachExecute: this.#streamed("ReattachExecute", (request, call) => this.#reattach(request, call)),
      ReleaseExecute: this.#unary("ReleaseExecute", ({ operationId }) => ({ operationId })),
      ReleaseSession: this.#unary("ReleaseSession", () => ({})),
      Interrupt: this.#unary("Interrupt", () => ({})),
      AnalyzePlan: this.#unary("AnalyzePlan", ({ analyze }) => {
        const { analysis = () => ({ case: "sparkVersion", value: { version: "4.3.0" } }) } = this.#behaviour;
        const result = analysis(analyze as Fields);
        return isCallError(result) ? result : { result };
      }),
    };
    const methods = METHODS.map((method) => {
      const isStream = method === "ExecutePlan" || method === "ReattachExecute";
      const response = isStream ? "ExecutePlanResponse" : `${method}Response`;
      return [
        method,
        {
          path: `/spark.connect.SparkConnectService/${method}`,
          requestStream: false,
          responseStream: isStream,
          requestSerialize: (fields: Fields) => Buffer.from(encodeMessage(`${method}Request`, fields)),
          requestDeserialize: (bytes: Buffer) => decodeMessage(`${method}Request`, bytes),
          responseSerialize: (fields: Fields) => Buffer.from(encodeMessage(response, fields)),
          responseDeserialize: (bytes: Buffer) => decodeMessage(response, bytes),
        },
      ];
    });
    this.#server.addService(Object.fromEntries(methods), handlers);
  }

  #unary(method: string, answer: (request: Fields) => Fields | CallError) {
    return (call: ServerUnaryCall<Fields, Fields>, send: sendUnaryData<Fields>) => {
      this.#note(method, call);
      const result = answer(call.request);
      if (isCallError(result)) send(result);
      else send(null, { sessionId: call.request.sessionId, serverSideSessionId: "server-1", ...result });
    };
  }

  #streamed(method: string, answer: (request: Fields, call: ServerWritableStream<Fields, Fields>) => void) {
    return (call: ServerWritableStream<Fields, Fields>) => {
      this.#note(method, call);
      setTimeout(() => answer(call.request, call), this.#behaviour.delay ?? 0);
    };
  }

  #note(method: string, call: { request: Fields; metadata: { getMap(): Record<string, unknown> } }): void {
    this.calls.push({ method, request: call.request, headers: call.metadata.getMap() });
  }

  #execute({ operationId, plan }: Fields, call: ServerWritableStream<Fields, Fields>): void {
    const isFirst = this.requests("ExecutePlan").length === 1;
    if (isFirst && this.#behaviour.losesFirst) return void call.emit("error", UNAVAILABLE);
    const { answers = () => [] } = this.#behaviour;
    this.#operations.set(operationId, answers(((plan as Fields).opType ?? {}) as Fields));
    this.#send(call, 0);
  }

  #reattach({ operationId, lastResponseId }: Fields, call: ServerWritableStream<Fields, Fields>): void {
    if (!this.#operations.has(operationId)) {
      const details = "[INVALID_HANDLE.OPERATION_NOT_FOUND] The handle is invalid. Operation not found.";
      return void call.emit("error", { code: 13, details });
    }
    this.#send(call, lastResponseId ? Number(lastResponseId) + 1 : 0);
  }

  #send(call: ServerWritableStream<Fields, Fields>, from: number): void {
    const { operationId, sessionId } = call.request;
    const answers = this.#operations.get(operationId) ?? [];
    if (isCallError(answers)) return void call.emit("error", answers);
    const { perStream = Number.POSITIVE_INFINITY, lostAfter } = this.#behaviour;
    const isFirst = this.#streams++ === 0;
    const all = [...answers, { case: "resultComplete", value: {} }];
    const to = Math.min(all.length, from + (isFirst && lostAfter !== undefined ? lostAfter : perStream));
    for (let index = from; index < to; index++) {
      call.write({
        sessionId,
        operationId,
        responseId: String(index),
        serverSideSessionId: "server-1",
        responseType: all[index],
      });
    }
    if (isFirst && lostAfter !== undefined) call.emit("error", UNAVAILABLE);
    else call.end();
  }
}

function credentialsOf({ identity }: FakeBehaviour): ServerCredentials {
  if (!identity) return ServerCredentials.createInsecure();
  const pair = { private_key: Buffer.from(identity.key), cert_chain: Buffer.from(identity.certificate) };
  return ServerCredentials.createSsl(null, [pair]);
}

function isCallError(result: unknown): result is CallError {
  return typeof result === "object" && result !== null && "details" in result && "code" in result;
}

/**
 * A way to a server that cuts its first connection, once this many bytes went to the client or
 * when a test says so. Later connections pass.
 */
export class CuttingProxy {
  port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server: NetServer;
  #connections = 0;

  private constructor(target: number, cutAfter: number) {
    this.#server = createServer((client) => {
      const upstream = openSocket(target, "127.0.0.1");
      let left = this.#connections++ === 0 ? cutAfter : Number.POSITIVE_INFINITY;
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => {
          this.#sockets.delete(socket);
          client.destroy();
          upstream.destroy();
        });
      }
      client.on("data", (bytes) => upstream.write(bytes));
      upstream.on("data", (bytes: Buffer) => {
        client.write(bytes.subarray(0, left), () => left <= 0 && client.destroy());
        left -= bytes.length;
      });
    });
  }

  static async start(target: number, { cutAfter = Number.POSITIVE_INFINITY } = {}): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target, cutAfter);
    await new Promise<void>((resolve) => {
      proxy.#server.listen(0, "127.0.0.1", resolve);
    });
    proxy.port = (proxy.#server.address() as { port: number }).port;
    onTestFinished(() => {
      proxy.cut();
      proxy.#server.close();
    });
    return proxy;
  }

  get address(): string {
    return `sc://127.0.0.1:${this.port}`;
  }

  /** Ends all connections at once. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
