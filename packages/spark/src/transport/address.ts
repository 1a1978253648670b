/** The parts of an address as in "sc://host:15002/;token=…". */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly token: string | undefined;
  readonly userId: string;
  /** All other parameters, which go to the server as headers. */
  readonly headers: Readonly<Record<string, string>>;
}

const DEFAULT_PORT = 15002;
const EXAMPLE = 'give one like "sc://localhost:15002"';

/**
 * Parses the address of a Spark Connect server, `sc://host:port/;name=value;…`, with the parameters
 * `token`, `use_ssl` and `user_id`. A token is sent over TLS, or to this machine.
 *
 * @throws RangeError for another form. It names no parameter's value.
 * @see https://github.com/apache/spark/blob/master/sql/connect/docs/client-connection-string.md
 */
export function parseAddress(text: string): Address {
  const [place = "", ...parameters] = text.split(";");
  const match = /^sc:\/\/(\[[\da-fA-F:.]+\]|[^\s:/@[\]]+)(?::(\d{1,5}))?\/?$/.exec(place);
  if (!match?.[1])
    throw new RangeError(`"${withoutUser(place)}" is not the address of a Spark Connect server; ${EXAMPLE}`);
  const [, host, portText] = match;
  const port = Number(portText ?? DEFAULT_PORT);
  if (port < 1 || port > 65_535) throw new RangeError(`port ${port} is not one of 1 to 65535; ${EXAMPLE}`);

  const { token, use_ssl: ssl, user_id: userId, ...headers } = namedValues(parameters);
  if (ssl !== undefined && ssl !== "true" && ssl !== "false") {
    throw new RangeError(
      `use_ssl is neither true nor false in the address of ${host}:${port}; write one of them`,
    );
  }
  if (token !== undefined && ssl === "false" && !isLoopback(host)) {
    throw new RangeError(`a token would go to ${host}:${port} unencrypted; leave out use_ssl=false`);
  }
  const isSecure = ssl === "true" || (token !== undefined && ssl !== "false" && !isLoopback(host));
  return { host, port, isSecure, token, userId: userId ?? "reelbook", headers };
}

function namedValues(parameters: readonly string[]): Record<string, string> {
  const pairs = parameters
    .filter((parameter) => parameter !== "")
    .map((parameter) => {
      const [name = "", ...rest] = parameter.split("=");
      if (name === "" || rest.length === 0) {
        throw new RangeError("a parameter of the server's address is not of the form name=value; correct it");
      }
      return [name, decoded(rest.join("="))];
    });
  return Object.fromEntries(pairs);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new RangeError(
      "a value in the server's address is not percent-encoded; write it with encodeURIComponent",
    );
  }
}

/** An address without a name and password before the host. */
function withoutUser(place: string): string {
  return place.replace(/^([a-z]*:?\/*).*@/i, "$1…@");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
