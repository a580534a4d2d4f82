import { FRAME_COPY, LANGUAGE_NAMES } from '../../../worker/copy/app/frame.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { keepLanguage } from '../state/language.ts'
import { useText } from './use-text.ts'

export function LanguageChoice() {
  const { store } = useApp()
  const { lang } = useAppState()
  const t = useText()
  return (
    <fieldset class="chips">
      <legend>{t(FRAME_COPY.language)}</legend>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          class="chip"
          lang={each === 'zh' ? 'zh-Hans' : each}
          aria-pressed={each === lang}
          onClick={() => {
            keepLanguage(each)
            store.set({ lang: each })
          }}
        >
          {LANGUAGE_NAMES[each]}
        </button>
      ))}
    </fieldset>
  )
}
