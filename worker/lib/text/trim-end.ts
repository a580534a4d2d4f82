/**
 * The text without the characters given, as many of them as stand at its end. A regular expression
 * with an end anchor would look at every run of them again and again.
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
