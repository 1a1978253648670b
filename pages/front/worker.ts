import type { Answers, Reply, Request } from "./messages.js";
import { MovieSearch, type SearchResult } from "./movie-search.js";
import { decodeRatings } from "./ratings-file.js";
import { PENALTIES, type Question, Recommender } from "./recommender.js";

/** The part of a worker's scope that is used; the types of pages do not have it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request & { readonly id: number }>) => void) | null;
  postMessage(reply: Reply): void;
}

const scope = globalThis as unknown as WorkerScope;
let recommender: Recommender | undefined;
let movies: MovieSearch | undefined;

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage({ id: data.id, answer: answerTo(data) });
  } catch (error) {
    scope.postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
};

function answerTo(request: Request): Answers[keyof Answers] {
  if (request.ask === "open") {
    recommender = new Recommender(decodeRatings(new Uint8Array(request.file)));
    return { movies: recommender.titles.size };
  }
  const known = opened();
  if (request.ask === "recommend") {
    warmUpLater(known, request.question);
    return known.answer(request.question);
  }
  if (request.ask === "titles") {
    return request.itemIds.flatMap((id) => {
      const title = known.titles.get(id);
      return title === undefined ? [] : [[id, title] as const];
    });
  }
  return search(known, request.text);
}

function opened(): Recommender {
  if (recommender) return recommender;
  throw new Error("the worker has no ratings yet; reload the page");
}

let isWarmingUp = false;

/**
 * After the first list: fits the models of the other positions of the slider, so that moving it
 * waits for none, and indexes the titles. One at a time, so that an answer can come between.
 */
function warmUpLater(known: Recommender, question: Question): void {
  if (isWarmingUp) return;
  isWarmingUp = true;
  const tasks = PENALTIES.map((penalty) => () => void known.answer({ ...question, penalty }));
  tasks.push(() => void search(known, ""));
  const next = () => {
    tasks.shift()?.();
    if (tasks.length > 0) setTimeout(next);
  };
  setTimeout(next, 50);
}

function search(known: Recommender, text: string): SearchResult {
  movies ??= new MovieSearch(known.titles, (id) => known.fansOf(id));
  return movies.search(text);
}
