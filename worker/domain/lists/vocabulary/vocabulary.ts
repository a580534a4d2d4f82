import { headingKey } from '../../../lib/sheet/table/heading.ts'

/** Words people write for a closed set of values. */
export interface Vocabulary<T extends string> {
  /** The value a text stands for, tones, case and punctuation ignored; null when not known. */
  readonly find: (text: string) => T | null
}

const REMEMBERED = 500

/** Builds a vocabulary from the words for each value; each value's own name counts too. */
export function vocabulary<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): Vocabulary<T> {
  const byKey = new Map<string, T>()
  for (const value of keysOf(words)) {
    for (const word of [value, ...words[value]]) byKey.set(headingKey(word), value)
  }
  // A column repeats few words over many rows.
  const remembered = new Map<string, T | null>()
  return {
    find: (text) => {
      const known = remembered.get(text)
      if (known !== undefined) return known
      const value = byKey.get(headingKey(text)) ?? null
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(text, value)
      return value
    },
  }
}

/** `Object.keys` loses the key type; the argument's own keys are exactly `T`. */
function keysOf<T extends string>(record: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(record) as T[]
}
