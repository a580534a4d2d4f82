import { LANGUAGES, type Language } from '../../../worker/lib/text/local-text.ts'

const KEY = 'goc-language'

/** The language chosen on this phone, else the phone's own where there is one of ours, else Vietnamese. */
export function readLanguage(): Language {
  const chosen = isLanguage(readKept())
  if (chosen !== null) return chosen
  const wanted = navigator.languages.map((tag) => isLanguage(tag.slice(0, 2).toLowerCase()))
  return wanted.find((lang) => lang !== null) ?? 'vi'
}

export function keepLanguage(lang: Language): void {
  try {
    localStorage.setItem(KEY, lang)
  } catch {
    // It is asked for again next time.
  }
}

function readKept(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

function isLanguage(text: string): Language | null {
  return LANGUAGES.find((lang) => lang === text) ?? null
}
