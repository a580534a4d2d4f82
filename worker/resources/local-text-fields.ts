import type { Language, LocalText, PartText } from '../lib/text/local-text.ts'
import type { Field } from './field.ts'
import { frame, type Given } from './fields.ts'
import { readText } from './read-text.ts'

/** What follows the name of a field that is asked in each language. */
const LANGUAGE_SUFFIXES = [
  ['Vi', 'vi'],
  ['En', 'en'],
  ['Zh', 'zh'],
] as const

/** A text in three languages, asked with three questions. */
export function localText(
  given: Given & { max: number; labels: Readonly<Record<Language, LocalText>> },
): Field<LocalText> {
  const { max, labels } = given
  const schema = readText({ max, read: (text) => text, blank: null })
  return {
    ...frame<LocalText>(given),
    inputs: LANGUAGE_SUFFIXES.map(([suffix, lang]) => ({
      suffix,
      label: labels[lang],
      required: true,
      maxlength: max,
    })),
    shape: (name) =>
      Object.fromEntries(LANGUAGE_SUFFIXES.map(([suffix]) => [`${name}${suffix}`, schema])),
    collect: (name, read) => {
      const part = (suffix: string) => String(read[`${name}${suffix}`])
      return { vi: part('Vi'), en: part('En'), zh: part('Zh') }
    },
    texts: ({ vi, en, zh }) => ({ Vi: vi, En: en, Zh: zh }),
    show: (value, lang) => value[lang],
  }
}

/** A longer text in as many languages as people have it in, asked with three questions. */
export function optionalLocalText(
  given: Given & { max: number; labels: Readonly<Record<Language, LocalText>> },
): Field<PartText | null> {
  const { max, labels } = given
  const schema = readText({ max, read: (text): string | null => text, blank: () => null })
  return {
    ...frame<PartText | null>(given),
    inputs: LANGUAGE_SUFFIXES.map(([suffix, lang]) => ({
      suffix,
      label: labels[lang],
      type: 'textarea',
      maxlength: max,
    })),
    shape: (name) =>
      Object.fromEntries(LANGUAGE_SUFFIXES.map(([suffix]) => [`${name}${suffix}`, schema])),
    collect: (name, read) => {
      const said = LANGUAGE_SUFFIXES.flatMap(([suffix, lang]) => {
        const text = read[`${name}${suffix}`]
        return typeof text === 'string' ? [[lang, text]] : []
      })
      return said.length === 0 ? null : Object.fromEntries(said)
    },
    texts: (value) => ({ Vi: value?.vi ?? '', En: value?.en ?? '', Zh: value?.zh ?? '' }),
    show: (value, lang) => value?.[lang] ?? value?.vi ?? '',
  }
}
