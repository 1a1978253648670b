import { expect, test } from "vitest";
import { movieName } from "../../../src/charts/parts/movie-name.js";
import { Movies } from "../../../src/datasets/movies/movies.js";
import { smallMovies } from "../small-ratings.js";

test("movieName is the title, escaped, and shortened on request", () => {
  expect(movieName(2, smallMovies)).toBe("Heat (1995)");
  expect(movieName(1, smallMovies)).toBe("&#60;img src=x onerror=alert(1)&#62; (1995)");
  expect(movieName(1, smallMovies, 13)).toBe("&#60;img … (1995)");
});

test("movieName is the id where no title is known", () => {
  expect(movieName("<9>", smallMovies)).toBe("item &#60;9&#62;");
  expect(movieName(2)).toBe("item 2");
});

test("movieName leaves out other titles in parentheses before it cuts a title", () => {
  const title = "Raiders of the Lost Ark (Indiana Jones and the Raiders of the Lost Ark) (1981)";
  const movies = Movies.from([{ itemId: 1, title, genres: [] }]);
  expect(movieName(1, movies)).toBe(title);
  expect(movieName(1, movies, 55)).toBe("Raiders of the Lost Ark (1981)");
  expect(movieName(1, movies, 20)).toBe("Raiders of t… (1981)");
});
