import { CROP_GROUP_NAMES, CROP_NAMES } from '../../copy/crops.ts'
import { foldVietnamese, tidyText } from '../../lib/text/fold-vietnamese.ts'
import { LANGUAGES, type LocalText } from '../../lib/text/local-text.ts'
import { CROP_WORDS, type CropName, NO_VARIETIES } from '../lists/vocabulary/crops.ts'

/**
 * A crop as rules and samples are kept by it: its name in the vocabulary, or the words of one that is
 * not there, in lower case. Tones count: `dứa`, `dừa` and `dưa` are three crops.
 */
export type CropKey = string

/** What a rule is of: a crop, a group of crops (`@perennial`) or all of them. */
export type CropSelector = string

const GROUP = '@'
export const ALL_CROPS: CropSelector = '@all'

/** Longer than any name of a crop. */
const LONGEST = 120

/** The crop (or group, by its sign) that a text names, with its variety or without, with tones or, where that is clear, without. */
export function cropKeyOf(text: string): CropKey {
  if (isGroup(text)) return text
  const words = wordsOf(text)
  if (isCropName(words)) return words
  if (NO_VARIETIES.some((name) => startsWith(words, name))) return words
  const exact = longestOf(words, NAMES)
  if (exact !== null) return exact
  return foldVietnamese(words) === words ? (longestOf(words, FOLDED) ?? words) : words
}

/** What a text of a rule names: as `cropKeyOf`, or a group. */
export function cropSelectorOf(text: string): CropSelector {
  const folded = foldVietnamese(text)
  const group = GROUPS.find(([, name]) =>
    LANGUAGES.some((lang) => foldVietnamese(name[lang]) === folded),
  )
  return group === undefined ? cropKeyOf(text) : `${GROUP}${group[0]}`
}

/** True for what stands for several crops. */
export function isGroup(text: string): text is CropSelector {
  return GROUPS.some(([id]) => text === `${GROUP}${id}`)
}

/** Whose rules count for a crop, its own first. */
export function selectorsFor(crop: CropKey): readonly CropSelector[] {
  if (crop === ALL_CROPS) return [ALL_CROPS]
  const life = isCropName(crop) ? [`${GROUP}${CROP_WORDS[crop].life}`] : []
  return [crop, ...life, ALL_CROPS]
}

/** The crop or group in words. */
export function cropName(selector: CropSelector): LocalText {
  if (isCropName(selector)) return CROP_NAMES[selector]
  const group = GROUPS.find(([id]) => selector === `${GROUP}${id}`)
  if (group !== undefined) return group[1]
  const shown = selector.charAt(0).toUpperCase() + selector.slice(1)
  return { vi: shown, en: shown, zh: shown }
}

export function isCropName(text: string): text is CropName {
  return Object.hasOwn(CROP_NAMES, text)
}

const GROUPS: readonly [string, LocalText][] = Object.entries(CROP_GROUP_NAMES)

const NAMES: ReadonlyMap<string, CropName> = new Map(
  Object.keys(CROP_NAMES)
    .filter(isCropName)
    .flatMap((crop) => {
      const { vi, en } = CROP_NAMES[crop]
      const words = [vi.toLowerCase(), en.toLowerCase(), ...CROP_WORDS[crop].words]
      return words.map((word): [string, CropName] => [word, crop])
    }),
)

/** Names without tones, where one crop alone has them. */
const FOLDED: ReadonlyMap<string, CropName> = foldedNames()

function foldedNames(): ReadonlyMap<string, CropName> {
  const crops = new Map<string, CropName | null>()
  for (const [word, crop] of NAMES) {
    const folded = foldVietnamese(word)
    const known = crops.get(folded)
    crops.set(folded, known === undefined || known === crop ? crop : null)
  }
  return new Map([...crops].flatMap(([word, crop]) => (crop === null ? [] : [[word, crop]])))
}

function longestOf(words: string, names: ReadonlyMap<string, CropName>): CropName | null {
  let end = words.length
  while (end > 0) {
    const crop = names.get(words.slice(0, end))
    if (crop !== undefined) return crop
    end = words.lastIndexOf(' ', end - 1)
  }
  return null
}

function startsWith(words: string, name: string): boolean {
  return words === name || words.startsWith(`${name} `)
}

function wordsOf(text: string): string {
  return tidyText(text.slice(0, LONGEST))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d_]+/gu, ' ')
    .trim()
}
