import type { Encoding } from "./text-source.js";

/** Turns bytes into text, and notices where they are in another encoding than they are said to be. */
export class Decoder {
  readonly #isLatin1: boolean;
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #inUtf8 = 0;
  #inLatin1 = 0;

  constructor(encoding: Encoding) {
    this.#isLatin1 = encoding === "latin1";
  }

  /** The text of some bytes, undefined where they are none in this encoding. */
  decode(bytes: Uint8Array): string | undefined {
    if (!this.#isLatin1) return this.#utf8Text(bytes);
    if (bytes.some((byte) => byte >= 0x80)) {
      if (this.#utf8Text(bytes) === undefined) this.#inLatin1++;
      else this.#inUtf8++;
    }
    return latin1Text(bytes);
  }

  /** Whether all that was read as ISO-8859-1 is in UTF-8: letters beyond ASCII fit both by no accident. */
  get isUtf8InDisguise(): boolean {
    return this.#inUtf8 > 0 && this.#inLatin1 === 0;
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
