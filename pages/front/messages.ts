import type { SearchResult } from "./movie-search.js";
import type { Answer, Question } from "./recommender.js";

/** What the page sends to its worker: first the file of ratings, then questions. */
export type Request =
  | { readonly ask: "open"; readonly file: ArrayBuffer }
  | { readonly ask: "recommend"; readonly question: Question }
  | { readonly ask: "search"; readonly text: string }
  /** The titles of some movies; unknown ones are missing in the answer. */
  | { readonly ask: "titles"; readonly itemIds: readonly number[] };

/** The answer to each request. */
export interface Answers {
  readonly open: { readonly movies: number };
  readonly recommend: Answer;
  readonly search: SearchResult;
  readonly titles: readonly (readonly [itemId: number, title: string])[];
}

/** What the worker sends back, with the number of the request. */
export type Reply =
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly error: string };
