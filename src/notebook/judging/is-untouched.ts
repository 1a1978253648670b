/** Whether an answer is what the course has written there: NaN, "?", "" or an empty list. */
export function isUntouched(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length === 0;
  return answer === undefined || answer === null || Number.isNaN(answer) || answer === "" || answer === "?";
}
