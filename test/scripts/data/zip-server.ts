import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Answering {
  readonly url: URL;
  /** The Range of each request, "" where it has none. */
  readonly ranges: string[];
}

export type Answer = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

/**
 * A server on this machine that lives as long as the test. `attempt` counts the requests from 1.
 */
export async function serve(answer: Answer): Promise<Answering> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? "");
    answer(request, response, ranges.length);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/set.zip`), ranges };
}

/**
 * Answers as a good server does, with the part that is asked for, in as many writes as it is told.
 */
export function sendPart(bytes: Uint8Array, { upTo = bytes.length }: { upTo?: number } = {}): Answer {
  return (request, response) => {
    const start = startOf(request);
    if (start >= bytes.length) return void response.writeHead(416).end();
    const headers = { "content-length": bytes.length - start, "content-type": "application/zip" };
    if (start > 0) {
      const part = { ...headers, "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
      response.writeHead(206, part);
    } else response.writeHead(200, headers);
    if (upTo === bytes.length) return void response.end(bytes.subarray(start));
    response.write(bytes.subarray(start, upTo), () => setTimeout(() => response.destroy(), 20));
  };
}

export function startOf(request: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
}
