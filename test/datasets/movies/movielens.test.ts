import { describe, expect, test } from "vitest";
import { movieLensLayout } from "../../../src/datasets/movies/movielens.js";
import { DataError } from "../../../src/datasets/records/data-error.js";

const layout = (...files: string[]) => movieLensLayout("folder", ["README.txt", ...files]);

describe("movieLensLayout", () => {
  test("tells the data sets by their files", () => {
    const csv = layout("ratings.csv", "movies.csv");
    const tenMillion = layout("ratings.dat", "movies.dat");
    const oneMillion = layout("ratings.dat", "movies.dat", "users.dat");
    const hundredThousand = layout("u.data", "u.item", "u.user");
    const about = [csv, tenMillion, oneMillion, hundredThousand].map(({ ratings, movies, users }) => [
      ratings.separator,
      ratings.scale,
      movies.encoding ?? "utf-8",
      users?.file,
    ]);
    expect(about).toEqual([
      [",", { min: 0.5, max: 5 }, "utf-8", undefined],
      ["::", { min: 0.5, max: 5 }, "utf-8", undefined],
      ["::", { min: 1, max: 5 }, "latin1", "users.dat"],
      ["\t", { min: 1, max: 5 }, "latin1", "u.user"],
    ]);
    expect(layout("u.data", "u.item").users).toBeUndefined();
  });

  test("reads genres between bars, none where none are listed", () => {
    const { genres } = layout("ratings.csv", "movies.csv").movies;
    expect(genres(["1", "Heat", "Action|Crime"])).toEqual(["Action", "Crime"]);
    expect([genres(["1", "Heat", "(no genres listed)"]), genres(["1", "Heat", " "])]).toEqual([[], []]);
  });

  test("reads genres as flags, of which unknown is none, and refuses another flag", () => {
    const { genres, fieldCount } = layout("u.data", "u.item").movies;
    const flags = (...set: number[]): string[] =>
      Array.from({ length: 24 }, (_, field) => (set.includes(field) ? "1" : "0"));
    expect(fieldCount).toBe(24);
    expect(genres(flags(5, 6, 23))).toEqual(["Action", "Western"]);
    expect(genres(flags())).toEqual([]);
    expect(genres(flags().with(9, "2"))).toBeUndefined();
  });

  test("refuses a folder without the files, and names it and what is there", () => {
    for (const files of [["ratings.csv"], ["ratings.dat", "movies.csv"], ["u.data"]]) {
      expect(() => layout(...files)).toThrow(DataError);
      expect(() => layout(...files)).toThrow(`README.txt, ${files.join(", ")}`);
    }
    expect(() => movieLensLayout("empty", [])).toThrow(/^empty: .*nothing/);
  });
});
