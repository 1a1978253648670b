import { crc32, deflateRawSync } from "node:zlib";

/** One file of a zip. All but name and data is for lying. */
export interface ZipEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  /** As the central directory states it. */
  readonly size?: number;
  readonly crc?: number;
  /** Bit 0: encrypted. */
  readonly flags?: number;
  /** Of Unix, as 0o120777 for a link. */
  readonly mode?: number;
}

/** The bytes of a zip, deflated; no library writes the bad ones that tests need. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data = "", size, crc, flags = 0, mode = 0o100644 } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt32LE(crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 2 ** 16, 6);
    rest.writeUInt32LE(offset, 10);
    const madeByUnix = Buffer.from([20, 3]);
    centrals.push(Buffer.concat([signature(0x02014b50), madeByUnix, common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
