import type { Id } from "../../ratings/id-index.js";
import { countText } from "../../text/count-text.js";
import { idReader } from "../ratings/id-reader.js";
import { parseNumber } from "../ratings/parse-number.js";
import { type KnownIds, sameKind } from "../ratings/read-id.js";
import { DataError } from "../records/data-error.js";
import { badField, readFields } from "../records/read-fields.js";
import type { RecordFormat } from "../records/record-format.js";
import { RecordReader } from "../records/record-reader.js";
import type { TextSource } from "../records/text-source.js";

/** What a data set says about a user. */
export interface UserProfile {
  readonly userId: Id;
  /** In years; ML-1M gives the lowest age of a group (18 for 18 to 24). */
  readonly age: number;
  readonly gender: string;
  /** A name, or in ML-1M the number of one. */
  readonly occupation: string;
  readonly zipCode: string;
}

/** The format of a text of user profiles: the position, from 0, of each field. */
export interface UsersFormat extends RecordFormat {
  readonly fields: Readonly<Record<keyof UserProfile, number>>;
  /** The users with ratings. Each needs a profile; ids get the type of these ids. @default any */
  readonly users?: KnownIds | undefined;
}

const OLDEST = 130;

/** Parses user profiles. */
export async function parseUsers(source: TextSource, format: UsersFormat): Promise<UserProfile[]> {
  const { name } = source;
  const { fields } = format;
  const users: UserProfile[] = [];
  const lines = new Map<Id, number>();
  const reader = new RecordReader(source, format);
  const toUserId = idReader(reader, name, { field: fields.userId, known: format.users });
  await reader.read(() => {
    const texts = readFields(reader, name, Object.keys(fields).length);
    const userId = toUserId(texts[fields.userId]);
    const age = parseNumber(reader.bytes, reader.starts[fields.age], reader.ends[fields.age]);
    if (!(age >= 0 && age <= OLDEST))
      throw badField(reader, name, { field: fields.age, reason: `is not an age from 0 to ${OLDEST} years` });
    if (lines.has(userId)) {
      const cure = `it is on line ${lines.get(userId)} already: keep one of the two`;
      throw badField(reader, name, { field: fields.userId, reason: "is the id of another user", cure });
    }
    lines.set(userId, reader.line);
    const text = (column: "gender" | "occupation" | "zipCode") => {
      const field = fields[column];
      if (texts[field].trim() !== "") return texts[field];
      throw badField(reader, name, { field, reason: "is empty" });
    };
    const [gender, occupation, zipCode] = [text("gender"), text("occupation"), text("zipCode")];
    users.push({ userId, age, gender, occupation, zipCode });
  });
  const withoutProfile = [...(format.users?.ids ?? [])].filter((id) => !lines.has(id));
  if (format.users && withoutProfile.length > 0) {
    throw new DataError(
      { source: name },
      {
        reason: `${countText(withoutProfile.length, "user")} of ${format.users.file} without a profile, first ${withoutProfile[0]}`,
        cure: "give the whole file, or remove it to load no profiles",
      },
    );
  }
  const ids = format.users ? users.map(({ userId }) => userId) : sameKind(users.map(({ userId }) => userId));
  return users.map((user, row) => ({ ...user, userId: ids[row] }));
}
