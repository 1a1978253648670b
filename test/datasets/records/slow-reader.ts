import type { Id } from "../../../src/ratings/id-index.js";

/**
 * A second reader of all formats, slow and written apart from the library, to judge it: it holds
 * the whole text as one string of bytes, cuts it with regular expressions, and knows no files,
 * chunks or columns.
 */
export interface Layout {
  readonly separator: string;
  readonly quotes: boolean;
  readonly encoding: "utf-8" | "latin1";
  readonly header?: readonly string[];
  readonly fieldCount: number;
}

/**
 * A row with where it stood; `fields` is undefined where its text has text after a closing quote.
 */
interface Row {
  readonly line: number;
  readonly fields: readonly string[] | undefined;
}

/** The text of some bytes cannot be read at all: no row can be left out to mend it. */
export class Unreadable extends Error {}

const NUMBER = /^[ \t\r]*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[ \t\r]*$/i;
const CONTROL = /\p{Cc}/u;
/** How UTF-16, zip and gzip start. */
const SIGNATURES = ["\xff\xfe", "\xfe\xff", "PK\x03\x04", "\x1f\x8b"];

/** The rows below the header, blank lines left out; fields are strings of bytes. */
export function slowRows(bytes: Uint8Array, layout: Layout): Row[] {
  const { separator, quotes, header } = layout;
  let text = Buffer.from(bytes).toString("latin1");
  if (text.slice(0, 2).includes("\0") || SIGNATURES.some((start) => text.startsWith(start)))
    throw new Unreadable();
  if (text.startsWith("\xef\xbb\xbf")) {
    if (layout.encoding !== "utf-8") throw new Unreadable();
    text = text.slice(3);
  }
  if (text !== "" && !text.endsWith("\n")) text += "\n";

  const rows: Row[] = [];
  let plain: string[] = [];
  for (let start = 0, line = 1; start < text.length; ) {
    const fields: string[] = [];
    const unquoted: string[] = [];
    let isBroken = false;
    let end = start;
    for (;;) {
      const quoted = quotes && text[end] === '"' ? /"((?:[^"]|"")*)"/y : undefined;
      if (quoted) {
        quoted.lastIndex = end;
        const match = quoted.exec(text);
        if (!match) throw new Unreadable();
        fields.push(match[1]!.replaceAll('""', '"'));
        end = quoted.lastIndex;
        if (text.startsWith("\r\n", end)) end++;
        isBroken = text[end] !== separator && text[end] !== "\n";
      } else {
        const next =
          text.slice(end).search(separator === "::" ? /::|\n/ : new RegExp(`[${separator}\n]`)) + end;
        const field = text.slice(end, next);
        fields.push(text[next] === "\n" ? field.replace(/\r$/, "") : field);
        unquoted.push(fields.at(-1)!);
        end = next;
      }
      if (isBroken || text[end] === "\n") break;
      end += separator.length;
    }
    if (isBroken) end = text.indexOf("\n", start);
    const isBlank = !isBroken && fields.length === 1 && unquoted[0] === "";
    if (!isBlank) {
      rows.push({ line, fields: isBroken ? undefined : fields });
      if (rows.length === 1) plain = isBroken ? [] : unquoted;
    }
    line += text.slice(start, end + 1).split("\n").length - 1;
    start = end + 1;
  }
  if (plain.some((field) => field.includes("\r"))) throw new Unreadable();
  if (header) {
    const first = rows.shift()?.fields?.map((field) => decoded(field, layout)?.trim());
    if (first?.join("\n") !== header.join("\n")) throw new Unreadable();
  }
  return rows;
}

/** The text of a string of bytes, undefined where it is none. */
function decoded(field: string, { encoding }: Layout): string | undefined {
  if (encoding === "latin1") return field;
  const text = Buffer.from(field, "latin1").toString("utf8");
  return Buffer.from(text, "utf8").toString("latin1") === field ? text : undefined;
}

function idOf(text: string): Id {
  return /^(0|-?[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** All ids as texts where one is a text. */
function alike(ids: readonly Id[]): Id[] {
  return ids.every((id) => typeof id === "number") ? [...ids] : ids.map(String);
}

function slowId(field: string, layout: Layout): Id | undefined {
  const text = decoded(field, layout)?.trim();
  return text === undefined || text === "" || CONTROL.test(text) ? undefined : idOf(text);
}

/** What a field says as a number without a sign before zero, NaN where it is none. */
export function slowNumber(field: string): number {
  const isNumber = field.length <= 400 && NUMBER.test(field) && Number.isFinite(Number(field));
  return isNumber ? Number(field) + 0 : Number.NaN;
}

export interface SlowRatings {
  readonly rows: readonly { userId: Id; itemId: Id; rating: number; timestamp: number }[];
  /** The lines of the bad rows, those of repeated pairs last. */
  readonly badLines: readonly number[];
}

/** Ratings in the order user, item, rating, timestamp. */
export function slowRatings(
  bytes: Uint8Array,
  layout: Layout,
  { scale, known }: { scale: { min: number; max: number }; known?: ReadonlySet<Id> | undefined },
): SlowRatings {
  const rows: { userId: Id; itemId: Id; rating: number; timestamp: number }[] = [];
  const badLines: number[] = [];
  const repeatedLines: number[] = [];
  const pairs = new Set<string>();
  const allRows = slowRows(bytes, layout);
  const times: number[] = [];
  for (const [place, { line, fields }] of allRows.entries()) {
    const [user = "", item = "", stars = "", time = ""] = fields ?? [];
    const userId = slowId(user, layout);
    const itemId = slowId(item, layout);
    const rating = slowNumber(stars);
    const timestamp = time === "" ? Number.NaN : slowNumber(time);
    const isRight =
      fields?.length === layout.fieldCount &&
      userId !== undefined &&
      itemId !== undefined &&
      (known?.has(itemId) ?? true) &&
      rating >= scale.min &&
      rating <= scale.max &&
      (time === "" || (timestamp >= -62167219200 && timestamp < 253402300800));
    const pair = JSON.stringify([userId, itemId]);
    const isLast = place === allRows.length - 1 && bytes.at(-1) !== 10;
    const isCut = isLast && times.length > 0 && timestamp > 0 && timestamp < Math.min(...times) / 2;
    if (isRight && !Number.isNaN(timestamp)) times.push(timestamp);
    if (!isRight || isCut) badLines.push(line);
    else if (pairs.has(pair)) repeatedLines.push(line);
    else rows.push({ userId, itemId, rating, timestamp });
    pairs.add(isRight && !isCut ? pair : "");
  }
  if (rows.length === 0) throw new Unreadable();
  const userIds = alike(rows.map(({ userId }) => userId));
  const itemIds = alike(rows.map(({ itemId }) => itemId));
  return {
    rows: rows.map((row, place) => ({ ...row, userId: userIds[place]!, itemId: itemIds[place]! })),
    badLines: [...badLines, ...repeatedLines],
  };
}

/**
 * All fields as texts, and the id in the first; {@link Unreadable} where ids repeat or a character
 * cannot be seen.
 */
export function slowTexts(bytes: Uint8Array, layout: Layout): { id: Id; texts: string[] }[] {
  const all = slowRows(bytes, layout).map(({ fields = [] }) => {
    const texts = fields.map((field) => decoded(field, layout) ?? "\0");
    const id = slowId(fields[0] ?? "", layout);
    if (id === undefined || texts.length !== layout.fieldCount || texts.some((text) => CONTROL.test(text))) {
      throw new Unreadable();
    }
    return { id, texts };
  });
  const ids = all.map(({ id }) => id);
  if (all.length === 0 || new Set(ids).size < ids.length) throw new Unreadable();
  const wide = all.flatMap(({ texts }) => texts).filter((text) => /[\x80-\xff]/.test(text));
  const isUtf8 = (text: string) => decoded(text, { ...layout, encoding: "utf-8" }) !== undefined;
  const isMixedIn = (text: string) => isUtf8(text) && /[\xc2\xc3][\x80-\xbf]/.test(text);
  if (layout.encoding === "latin1" && wide.length > 0 && (wide.every(isUtf8) || wide.some(isMixedIn))) {
    throw new Unreadable();
  }
  return all.map(({ texts }, row) => ({ id: alike(ids)[row]!, texts }));
}
