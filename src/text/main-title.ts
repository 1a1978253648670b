const otherTitles = /(?: \([^()]*\))+(?= \(\d{4}\)$)/;

/**
 * A title of MovieLens without what stands in parentheses before its year, which are other titles:
 * "Seven (a.k.a. Se7en) (1995)" becomes "Seven (1995)".
 */
export function mainTitle(title: string): string {
  return title.replace(otherTitles, "");
}
