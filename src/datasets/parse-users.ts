import type { Id } from "../ratings/id-index.js";
import { DataError } from "./data-error.js";
import { toId } from "./id-column.js";
import { type RecordFormat, RecordReader } from "./record-reader.js";
import type { TextSource } from "./text-source.js";

/** What a data set tells of a person. */
export interface UserProfile {
  readonly userId: Id;
  /** In years; ML-1M gives the lowest age of a group (18 for 18 to 24). */
  readonly age: number;
  readonly gender: string;
  /** A name, or in ML-1M the number of one. */
  readonly occupation: string;
  readonly zipCode: string;
}

/** How a text of users is written: which field, from 0, holds what. */
export interface UsersFormat extends RecordFormat {
  readonly fields: Readonly<Record<keyof UserProfile, number>>;
}

/** Reads what a data set tells of its users. */
export async function parseUsers(source: TextSource, format: UsersFormat): Promise<UserProfile[]> {
  const users: UserProfile[] = [];
  const reader = new RecordReader(source, format);
  await reader.read(() => {
    const place = { source: source.name, line: reader.line };
    const texts = reader.texts();
    if (texts.length !== 5) {
      const reason = `has ${texts.length} fields instead of 5`;
      throw new DataError(place, { value: texts.join(format.separator), reason, cure: "mend the row" });
    }
    const field = (name: keyof UserProfile) => texts[format.fields[name]]!;
    const age = Number(field("age"));
    if (field("age") === "" || Number.isNaN(age)) {
      const column = format.fields.age;
      throw new DataError(
        { ...place, column },
        { value: field("age"), reason: "is not a number", cure: "mend the row" },
      );
    }
    const { gender, occupation, zipCode } = {
      gender: field("gender"),
      occupation: field("occupation"),
      zipCode: field("zipCode"),
    };
    users.push({ userId: toId(field("userId")), age, gender, occupation, zipCode });
  });
  return users;
}
