import { Movies } from "../../src/datasets/movies/movies.js";
import { Ratings } from "../../src/ratings/ratings.js";

const day = 86_400;

/** Seven ratings by three users of four movies, over 1970-01-01 to 1970-03-02. */
export const smallRatings = Ratings.from(
  [
    { userId: "a", itemId: 1, rating: 5, timestamp: 0 },
    { userId: "a", itemId: 2, rating: 3, timestamp: 30 * day },
    { userId: "a", itemId: 3, rating: 1, timestamp: 31 * day },
    { userId: "a", itemId: 4, rating: 4, timestamp: 31 * day },
    { userId: "b", itemId: 1, rating: 4, timestamp: 60 * day },
    { userId: "b", itemId: 2, rating: 3, timestamp: 60 * day },
    { userId: "c", itemId: 1, rating: 3, timestamp: 60 * day },
  ],
  { scale: { min: 1, max: 5 } },
);

export const smallMovies = Movies.from([
  { itemId: 1, title: "<img src=x onerror=alert(1)> (1995)", genres: ["Drama", "<b>Noir</b>"] },
  { itemId: 2, title: "Heat (1995)", genres: ["Drama"] },
  { itemId: 3, title: "Casino (1995)", genres: [] },
  { itemId: 4, title: "Ronin (1998)", genres: ["Drama", "Action"] },
]);
