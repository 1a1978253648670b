import { expect, test } from "vitest";
import { movieName } from "../../../src/charts/parts/movie-name.js";
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
