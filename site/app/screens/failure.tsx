import { FRAME_COPY as W } from '../../../worker/copy/app/frame.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'

/** What is left to say when the app cannot even begin. */
export function Failure({ lang }: { readonly lang: Language }) {
  return (
    <main class="in">
      <p role="alert">{W.failed[lang]}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {W.reload[lang]}
      </button>
    </main>
  )
}
