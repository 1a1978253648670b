import { generateKeyPairSync, sign } from "node:crypto";

const DAY = 86_400_000;

/** Object identifiers of X.509, as bytes. */
const ECDSA_WITH_SHA256 = "2a8648ce3d040302";
const COMMON_NAME = "550403";
const SUBJECT_ALT_NAME = "551d11";

/** Tags of ASN.1. */
const TAGS = {
  integer: 0x02,
  bits: 0x03,
  bytes: 0x04,
  oid: 0x06,
  text: 0x0c,
  time: 0x17,
  list: 0x30,
  set: 0x31,
};

/**
 * A key and a certificate for localhost that it signs itself, as PEM; valid from yesterday until
 * tomorrow. RFC 5280, section 4.1.
 */
export function selfSigned(): { readonly key: string; readonly certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = list(oid(ECDSA_WITH_SHA256));
  const name = list(der(TAGS.set, list(oid(COMMON_NAME), der(TAGS.text, Buffer.from("localhost")))));
  const hosts = list(der(0x82, Buffer.from("localhost")));
  const extensions = list(list(oid(SUBJECT_ALT_NAME), der(TAGS.bytes, hosts)));
  const body = list(
    der(0xa0, der(TAGS.integer, Buffer.of(2))),
    der(TAGS.integer, Buffer.of(1)),
    algorithm,
    name,
    list(time(Date.now() - DAY), time(Date.now() + DAY)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = der(TAGS.bits, Buffer.of(0), sign("sha256", body, privateKey));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: pem(list(body, algorithm, signature)),
  };
}

/** A value of ASN.1: its tag, the length of its contents, and these. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(contents);
  const { length } = bytes;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), bytes]);
}

function list(...contents: readonly Buffer[]): Buffer {
  return der(TAGS.list, ...contents);
}

function oid(hex: string): Buffer {
  return der(TAGS.oid, Buffer.from(hex, "hex"));
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  return der(TAGS.time, Buffer.from(digits.slice(2)));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
