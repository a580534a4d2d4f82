import type { DiaryKind } from '../../copy/diary.ts'
import { DIARY_SENTENCES } from '../../copy/diary-sentences.ts'
import { fill } from '../../copy/fill.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { ENTRY_KINDS } from './entry-kinds/entry-kinds.ts'
import { parseValue } from './parse-value.ts'
import { valueText } from './value-text.ts'

/** A field that was told, as people read it. */
export type ToldField = { readonly name: string; readonly label: string; readonly text: string }

/** The fields of an entry in words, in the order of its form; what cannot be read is passed over. */
export function toldFields(
  kind: DiaryKind,
  entered: Readonly<Record<string, unknown>>,
  lang: Language,
): ToldField[] {
  return ENTRY_KINDS[kind].fields.flatMap((field): ToldField[] => {
    const reading = parseValue(field, entered[field.name])
    if ('fault' in reading || reading.value === null) return []
    const text = valueText(field, reading.value)[lang]
    return [{ name: field.name, label: field.label[lang], text }]
  })
}

/** What was done, in one plain sentence; null where too little is told for one. */
export function tellEntry(
  kind: DiaryKind,
  fields: readonly ToldField[],
  lang: Language,
): string | null {
  const sentence = DIARY_SENTENCES[kind]
  if (sentence === undefined) return null
  const told = Object.fromEntries(fields.map(({ name, text }) => [name, text]))
  const lead: string = sentence.lead[lang]
  if (!isTold(lead, told)) return null
  const parts = sentence.parts.map((part) => part[lang]).filter((part) => isTold(part, told))
  return `${[lead, ...parts].map((part: string) => fill(part, told)).join('')}${lang === 'zh' ? '。' : '.'}`
}

function isTold(text: string, told: Readonly<Record<string, string>>): boolean {
  return [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(told, name))
}
