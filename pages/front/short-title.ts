/**
 * A title without its other names: "Spirited Away (Sen to Chihiro no kamikakushi) (2001)" becomes
 * "Spirited Away (2001)".
 */
export function shortTitle(title: string): string {
  const [, name, year = ""] = /^(.*?)((?: \(\d{4}\))?)$/s.exec(title) ?? [];
  return name ? `${name.replace(/(?<=\S)(?: \([^()]*\))+$/, "")}${year}` : title;
}
