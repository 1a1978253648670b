import type { Encoding } from "./text-source.js";

/** Decodes bytes to text, and detects text in another encoding than the declared one. */
export class Decoder {
  readonly #isLatin1: boolean;
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #utf8Count = 0;
  #latin1Count = 0;
  /** The first text decoded as ISO-8859-1 with a byte pair that is é, ü or the like in UTF-8. */
  #surelyUtf8: string | undefined;

  constructor(encoding: Encoding) {
    this.#isLatin1 = encoding === "latin1";
  }

  /** The text of some bytes, undefined if they are not valid in this encoding. */
  decode(bytes: Uint8Array): string | undefined {
    if (!this.#isLatin1) return this.#utf8Text(bytes);
    if (bytes.some((byte) => byte >= 0x80)) {
      if (this.#utf8Text(bytes) === undefined) this.#latin1Count++;
      else this.#noteUtf8(latin1Text(bytes));
    }
    return latin1Text(bytes);
  }

  /** Whether all non-ASCII texts that were decoded as ISO-8859-1 are valid UTF-8. */
  get looksLikeUtf8(): boolean {
    return this.#utf8Count > 0 && this.#latin1Count === 0;
  }

  /** A UTF-8 text among ISO-8859-1 texts, like "AmÃ©lie"; undefined without one. */
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

/** Bytes decoded as ISO-8859-1, in which every byte is valid. */
export function latin1Text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
