import { expect, test } from "vitest";
import { movieLensLayout } from "../../../src/datasets/movies/movielens.js";
import { parseUsers } from "../../../src/datasets/movies/parse-users.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const bars = movieLensLayout("", ["u.data", "u.item", "u.user"]).users!;
const colons = movieLensLayout("", ["ratings.dat", "movies.dat", "users.dat"]).users!;
const parse = (text: string, format = bars) => parseUsers(textSource("u.user", text), format);

test("both layouts tell the same of a person", async () => {
  const person = { userId: 7, age: 24, gender: "F", occupation: "writer", zipCode: "05201" };
  expect(await parse("7|24|F|writer|05201\n")).toEqual([person]);
  expect(await parse("7::F::24::writer::05201\n", colons)).toEqual([person]);
});

test("ids are all numbers or all texts", async () => {
  const users = await parse("7|24|F|writer|1\nann|24|F|writer|1\n");
  expect(users.map(({ userId }) => userId)).toEqual(["7", "ann"]);
});

test.each([
  [
    "too few fields",
    "1|24|M|writer\n",
    'u.user line 1: "1|24|M|writer" has 4 fields instead of 5; mend the row',
  ],
  ["an age that is no number", "1|old|M|writer|1\n", 'u.user line 1, column 1: "old" is no age in years'],
  ["an empty age", "1||M|writer|1\n", 'column 1: "" is no age in years'],
  ["a negative age", "1|-4|M|writer|1\n", 'column 1: "-4" is no age in years'],
  ["an infinite age", "1|Infinity|M|writer|1\n", "is no age in years"],
  ["no id", "|24|M|writer|1\n", 'column 0: "" is no id'],
  [
    "a user who comes twice",
    "1|24|M|writer|1\n1|24|M|writer|1\n",
    'line 2, column 0: "1" is the id of another user',
  ],
])("names file, line, column, value and cure of %s", async (_, text, message) => {
  await expect(parse(text)).rejects.toThrow(message);
});
