const ARTICLES = "The|A|An|Le|La|L'|Les|Un|Une|Il|Lo|I|Gli|Das|Der|Die|El|Los|Las|Den|Det|De|Het";
const trailing = new RegExp(String.raw`^(.+?), (${ARTICLES})( \(.*)?$`, "i");

/**
 * A title of MovieLens with its article in front: "Matrix, The (1999)" becomes "The Matrix (1999)".
 */
export function naturalTitle(title: string): string {
  const match = trailing.exec(title);
  if (!match) return title;
  const [, name, article, rest = ""] = match;
  return `${article}${article.endsWith("'") ? "" : " "}${name}${rest}`;
}
