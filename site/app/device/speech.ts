import type { Language } from '../../../worker/lib/text/local-text.ts'

/** What of the browser's speech recognition is used. */
export type Recogniser = {
  lang: string
  onresult:
    | ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void)
    | null
  onend: (() => void) | null
  start(): void
  stop(): void
}

const TAGS = { vi: 'vi-VN', en: 'en-US', zh: 'zh-CN' } as const

/** Makes recognisers, where the browser has speech recognition; null elsewhere. */
export function speechRecogniser(): ((lang: Language) => Recogniser) | null {
  const Maker = recogniserClass()
  if (Maker === undefined) return null
  return (lang) => {
    const recogniser = new Maker()
    recogniser.lang = TAGS[lang]
    return recogniser
  }
}

/** Not in the library of this project's types; Chromium still names it with a prefix. */
function recogniserClass(): (new () => Recogniser) | undefined {
  const scope = globalThis as unknown as Record<
    'SpeechRecognition' | 'webkitSpeechRecognition',
    (new () => Recogniser) | undefined
  >
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition
}
