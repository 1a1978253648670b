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
    'u.user line 1: "1|24|M|writer" has 4 fields instead of 5; correct the row',
  ],
  [
    "an age that is no number",
    "1|old|M|writer|1\n",
    'u.user line 1, column 1: "old" is not an age from 0 to 130 years',
  ],
  ["an empty age", "1||M|writer|1\n", 'column 1: "" is not an age from 0 to 130 years'],
  ["a negative age", "1|-4|M|writer|1\n", 'column 1: "-4" is not an age from 0 to 130 years'],
  ["an infinite age", "1|Infinity|M|writer|1\n", "is not an age from 0 to 130 years"],
  ["an age beyond all", "1|560|M|writer|1\n", 'column 1: "560" is not an age from 0 to 130 years'],
  ["an age of 1e308", "1|1e308|M|writer|1\n", 'column 1: "1e308" is not an age from 0 to 130 years'],
  ["an empty gender", "1|24||writer|1\n", 'u.user line 1, column 2: "" is empty; correct the row'],
  ["an empty occupation", "1|24|M| |1\n", 'column 3: " " is empty'],
  ["an empty zip code", "1|24|M|writer|\n", 'column 4: "" is empty'],
  ["no id", "|24|M|writer|1\n", 'column 0: "" is not an id'],
  [
    "a user who comes twice",
    "1|24|M|writer|1\n1|24|M|writer|1\n",
    'line 2, column 0: "1" is the id of another user',
  ],
])("names file, line, column, value and cure of %s", async (_, text, message) => {
  await expect(parse(text)).rejects.toThrow(message);
});

const raters = { file: "u.data", ids: new Set([1, 2, 3]) };

test("users who rated and have no profile are an error, an empty file too", async () => {
  const sentence = "of u.data without a profile, first";
  await expect(parse("1|24|M|writer|1\n", { ...bars, users: raters })).rejects.toThrow(
    `u.user: 2 users ${sentence} 2; give the whole file, or remove it to load no profiles`,
  );
  await expect(parse("", { ...bars, users: raters })).rejects.toThrow(`u.user: 3 users ${sentence} 1`);
});

test("ids are numbers or texts as those of the users who rated", async () => {
  const profiles = "1|24|M|writer|1\n2|24|M|writer|1\n3|24|M|writer|1\n";
  await expect(parse(`${profiles}04|24|F|writer|1\n`, { ...bars, users: raters })).rejects.toThrow(
    'u.user line 4, column 0: "04" is not a whole number like the ids in u.data; correct the row',
  );
  const texts = { file: "u.data", ids: new Set(["1", "2", "ann"]) };
  const users = await parse(`${profiles}ann|24|F|writer|1\n`, { ...bars, users: texts });
  expect(users.map(({ userId }) => userId)).toEqual(["1", "2", "3", "ann"]);
});
