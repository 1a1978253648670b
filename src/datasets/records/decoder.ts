import type { Encoding } from "./text-source.js";

/** Turns bytes into text, and notices where they are in another encoding than they are said to be. */
export class Decoder {
  readonly #isLatin1: boolean;
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #utf8Count = 0;
  #latin1Count = 0;
  /** The first text read as ISO-8859-1 whose letters are pairs that UTF-8 writes for é, ü and the like. */
  #surelyUtf8: string | undefined;

  constructor(encoding: Encoding) {
    this.#isLatin1 = encoding === "latin1";
  }

  /** The text of some bytes, undefined where they are none in this encoding. */
  decode(bytes: Uint8Array): string | undefined {
    if (!this.#isLatin1) return this.#utf8Text(bytes);
    if (bytes.some((byte) => byte >= 0x80)) {
      if (this.#utf8Text(bytes) === undefined) this.#latin1Count++;
      else this.#noteUtf8(latin1Text(bytes));
    }
    return latin1Text(bytes);
  }

  /** Whether all texts beyond ASCII that were read as ISO-8859-1 are valid UTF-8: this does not happen by chance. */
  get looksLikeUtf8(): boolean {
    return this.#utf8Count > 0 && this.#latin1Count === 0;
  }

  /** A text that is UTF-8 among others of ISO-8859-1, as "AmÃ©lie"; undefined without one. */
  get mixedIn(): string | undefined {
    return this.#latin1Count > 0 ? this.#surelyUtf8 : undefined;
  }

  #noteUtf8(text: string): void {
    this.#utf8Count++;
    if (/[\xc2\xc3][\x80-\xbf]/.test(text)) this.#surelyUtf8 ??= text;
  }

  #utf8Text(bytes: Uint8Array): string | undefined {
    try {
      return this.#utf8.decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** Bytes as ISO-8859-1 reads them: each is a letter, so that any bytes can be shown. */
export function latin1Text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
