import { FIELD_FAULTS as F } from '../copy/field-faults.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { LANGUAGES, type LocalText } from '../lib/text/local-text.ts'
import { fault } from './read-text.ts'

/** A choice by its value, or by a name it has: forms send values, lists are written in words. */
export function choiceIn<V extends string>(
  choices: Readonly<Record<V, LocalText>>,
  text: string,
): V {
  const isChoice = (value: string): value is V => Object.hasOwn(choices, value)
  if (isChoice(text)) return text
  const folded = foldVietnamese(text)
  const found = Object.keys(choices)
    .filter(isChoice)
    .find((value) => LANGUAGES.some((lang) => foldVietnamese(choices[value][lang]) === folded))
  return found ?? fault(F.notAChoice)
}
