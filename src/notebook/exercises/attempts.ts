const wrongAnswers = new Map<string, Set<string>>();

/**
 * How many different wrong answers were given to an exercise in this session, this one included. A
 * cell that runs again with the same answer counts once.
 */
export function countAttempt(id: string, answer: unknown): number {
  const answers = wrongAnswers.get(id) ?? new Set();
  wrongAnswers.set(id, answers.add(keyOf(answer)));
  return answers.size;
}

function keyOf(answer: unknown): string {
  if (typeof answer === "function") return String(answer);
  try {
    return JSON.stringify(answer) ?? String(answer);
  } catch {
    return Object.prototype.toString.call(answer);
  }
}
