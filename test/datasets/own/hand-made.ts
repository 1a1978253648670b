import { Movies } from "../../../src/datasets/movies/movies.js";
import type { Links } from "../../../src/datasets/movies/parse-links.js";

/** Movies with the traps of titles: articles, other names, colons, years, remakes, accents. */
export const someMovies = Movies.from(
  [
    "Matrix, The (1999)",
    "Star Wars: Episode IV - A New Hope (1977)",
    "Spirited Away (Sen to Chihiro no kamikakushi) (2001)",
    "Seven (a.k.a. Se7en) (1995)",
    "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)",
    "Sabrina (1954)",
    "Sabrina (1995)",
    "It Comes at Night (2017)",
    "Pride & Prejudice (2005)",
    "Twelve Monkeys (a.k.a. 12 Monkeys) (1995)",
    "Heat (1995)",
    "Black Mirror",
    "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
  ].map((title, place) => ({ itemId: place + 1, title, genres: [] })),
);

/** The Matrix and Black Mirror, by their numbers at IMDb. */
export const someLinks: Links = new Map([
  [133093, 1],
  [2085059, 12],
]);
