/** What a cell displays, as Jupyter's messages have it. */
export interface DisplayData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: object;
  readonly transient?: { readonly display_id: string };
}

/** Sends a display; `updates`: it replaces the one with its id. */
export type SendDisplay = (display: DisplayData, updates: boolean) => void;

type Bytes = Uint8Array;

/** tslab's `display`, and what its `newDisplay` gives. */
export interface CellDisplay {
  javascript(text: string): void;
  html(text: string): void;
  markdown(text: string): void;
  latex(text: string): void;
  svg(text: string): void;
  png(bytes: Bytes): void;
  jpeg(bytes: Bytes): void;
  gif(bytes: Bytes): void;
  pdf(bytes: Bytes): void;
  text(text: string): void;
  raw(mimeType: string, content: unknown): void;
}

/** The module "tslab" as cells import it. */
export interface TslabModule {
  readonly display: CellDisplay;
  newDisplay(): CellDisplay;
  readonly versions: { readonly tslab: string; readonly typescript: string; readonly node: string };
}

/** tslab's public API on a function that sends displays. Contents become JSON, as in tslab. */
export function tslabModule(send: SendDisplay): TslabModule {
  return {
    display: displayOf(send),
    newDisplay: () => displayOf(send, crypto.randomUUID()),
    versions: { tslab: "1.0.22", typescript: "5.0.4", node: "none: this is a web page" },
  };
}

function displayOf(send: SendDisplay, id?: string): CellDisplay {
  let isShown = false;
  const raw = (mimeType: string, content: unknown) => {
    const data = { [mimeType]: content instanceof Uint8Array ? base64(content) : asJson(content) };
    send({ data, metadata: {}, ...(id && { transient: { display_id: id } }) }, isShown);
    isShown = id !== undefined;
  };
  return {
    javascript: (text) => raw("text/javascript", text),
    html: (text) => raw("text/html", text),
    markdown: (text) => raw("text/markdown", text),
    latex: (text) => raw("text/latex", text),
    svg: (text) => raw("image/svg+xml", text),
    png: (bytes) => raw("image/png", bytes),
    jpeg: (bytes) => raw("image/jpeg", bytes),
    gif: (bytes) => raw("image/gif", bytes),
    pdf: (bytes) => raw("application/pdf", bytes),
    text: (text) => raw("text/plain", text),
    raw,
  };
}

/** What a message of Jupyter, which is JSON, has of a value. */
function asJson(content: unknown): unknown {
  return typeof content === "string" ? content : JSON.parse(JSON.stringify(content) ?? "null");
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}
