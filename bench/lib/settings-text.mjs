/**
 * Settings as text, each value once if all splits have the same.
 *
 * @param {readonly Record<string, unknown>[]} all
 */
export function settingsText(all) {
  return Object.keys(all[0] ?? {})
    .map((name) => {
      const values = all.map((settings) => valueText(settings[name]));
      return `${name} ${(new Set(values).size === 1 ? values.slice(0, 1) : values).join(" / ")}`;
    })
    .join(", ");
}

/** @param {unknown} value @returns {string} */
function valueText(value) {
  if (Array.isArray(value)) return value.join(" + ");
  const isGroup = typeof value === "object" && value !== null;
  return isGroup ? `(${settingsText([/** @type {Record<string, unknown>} */ (value)])})` : String(value);
}
