/** Whether a text holds what no id and no title does: line breaks, NUL and the other characters that no one sees. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
