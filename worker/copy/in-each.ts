import type { Language, LocalText } from '../lib/text/local-text.ts'

/** A text made anew in every language. */
export function inEach(say: (lang: Language) => string): LocalText {
  return { vi: say('vi'), en: say('en'), zh: say('zh') }
}
