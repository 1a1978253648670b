/**
 * Settings under their new names: `renamed({ k: 3 }, { k: "neighbors" })` is `{ neighbors: 3 }`.
 */
export function renamed(
  settings: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const entries = Object.entries(settings);
  return Object.fromEntries(
    entries.map(([name, value]) => [Object.hasOwn(names, name) ? names[name] : name, value]),
  );
}
