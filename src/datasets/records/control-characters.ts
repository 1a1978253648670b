/** Whether a text has control characters, such as line breaks and NUL, as no id or title does. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
