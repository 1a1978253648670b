import { expect, test } from "vitest";
import { parseAddress } from "../../src/transport/address.js";

test("an address has a host, and 15002 is the usual port", () => {
  expect(parseAddress("sc://spark.example")).toEqual({
    host: "spark.example",
    port: 15002,
    isSecure: false,
    token: undefined,
    userId: "reelbook",
    headers: {},
  });
  expect(parseAddress("sc://[::1]:7/")).toMatchObject({ host: "[::1]", port: 7 });
});

test("parameters are decoded; unknown ones are headers", () => {
  const address = parseAddress("sc://a:1/;use_ssl=true;user_id=anna%3B;x-cluster=7=8;");
  expect(address).toMatchObject({ isSecure: true, userId: "anna;", headers: { "x-cluster": "7=8" } });
});

test("a token goes over TLS, except to this machine", () => {
  expect(parseAddress("sc://a:1/;token=abc")).toMatchObject({ isSecure: true, token: "abc" });
  expect(parseAddress("sc://localhost/;token=abc").isSecure).toBe(false);
  expect(() => parseAddress("sc://a:1/;token=abc;use_ssl=false")).toThrow("unencrypted");
});

test.each([
  ["localhost:15002", 'give one like "sc://localhost:15002"'],
  ["sc://a:99999", "port 99999"],
  ["sc://a b", "is not the address"],
  ["sc://a/;token", "name=value"],
  ["sc://a/;token=%E0", "percent-encoded"],
  ["sc://a/;use_ssl=yes;token=secret", "use_ssl"],
  ["http://a/;token=secret", "is not the address"],
  ["sc://anna:secret@host", '"sc://…@host" is not the address'],
])("%s is an error that names no secret", (text, message) => {
  expect(() => parseAddress(text)).toThrow(message);
  expect(() => parseAddress(text)).not.toThrow("secret");
});
