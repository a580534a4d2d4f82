import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import { useAppState } from '../state/app-context.ts'

/** Says a text in the language of this phone. */
export function useText(): (text: LocalText) => string {
  const { lang } = useAppState()
  return (text) => text[lang]
}
