/**
 * The texts of the functions of this folder by name; the build and the tests' configuration define
 * them.
 */
declare const REFERENCE_SOURCES: Readonly<Record<string, string>>;

/**
 * The TypeScript text of a function of `reelbook/reference`, with its comments and the helpers of
 * its file.
 *
 * @throws RangeError for any other function.
 * @example
 * source(easeWeights).includes("function easeWeights("); // true
 */
export function source(reference: { readonly name: string }): string {
  const { name } = reference;
  if (Object.hasOwn(REFERENCE_SOURCES, name)) return REFERENCE_SOURCES[name];
  throw new RangeError(
    `source: ${name || "this value"} is no function of reelbook/reference; there are ` +
      Object.keys(REFERENCE_SOURCES).join(", "),
  );
}
