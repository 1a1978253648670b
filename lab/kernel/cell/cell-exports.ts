/**
 * The variables of all cells, as tslab keeps them: cells define theirs on `exports`, where a later
 * cell may define the same name again.
 */
export function cellExports(): { readonly values: Record<string, unknown>; readonly exports: object } {
  const values: Record<string, unknown> = {};
  const exports = new Proxy(values, {
    defineProperty(_, name, attributes) {
      if (name !== "__esModule") values[String(name)] = attributes.get ? attributes.get() : attributes.value;
      return true;
    },
  });
  return { values, exports };
}
