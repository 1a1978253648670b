import { gunzipSync } from "node:zlib";
import {
  create,
  createFileRegistry,
  type DescMessage,
  type FileRegistry,
  fromBinary,
  toBinary,
} from "@bufbuild/protobuf";
import {
  FileDescriptorSetSchema,
  file_google_protobuf_any,
  file_google_protobuf_duration,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
} from "@bufbuild/protobuf/wkt";
import { CONNECT_DESCRIPTORS } from "./connect-descriptors.js";

/** The fields of a message of Spark Connect by their names in TypeScript: `sessionId`. */
export type Fields = { readonly [name: string]: unknown };

let known: FileRegistry | undefined;

/** The bytes of a message of `spark.connect`, such as "ExecutePlanRequest". */
export function encodeMessage(name: string, fields: Fields): Uint8Array {
  const type = messageType(name);
  return toBinary(type, create(type, fields));
}

/** The message in these bytes; fields that this version does not know are left out. */
export function decodeMessage(name: string, bytes: Uint8Array): Fields {
  return fromBinary(messageType(name), bytes) as unknown as Fields;
}

function messageType(name: string): DescMessage {
  known ??= readDescriptors();
  const type = known.getMessage(`spark.connect.${name}`);
  if (type) return type;
  throw new RangeError(`Spark Connect has no message "${name}"; correct its name`);
}

/** Decoded on first use, which takes about 20 ms. */
function readDescriptors(): FileRegistry {
  const bytes = gunzipSync(Buffer.from(CONNECT_DESCRIPTORS, "base64"));
  const descriptors = fromBinary(FileDescriptorSetSchema, bytes);
  const imported = [
    file_google_protobuf_any,
    file_google_protobuf_duration,
    file_google_protobuf_struct,
    file_google_protobuf_timestamp,
  ].map(({ proto }) => proto);
  return createFileRegistry({ ...descriptors, file: [...imported, ...descriptors.file] });
}
