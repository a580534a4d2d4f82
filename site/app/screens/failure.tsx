import { FRAME_COPY as W } from '../../../worker/copy/app/frame.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import { Button } from '../parts/button.tsx'

/** What is left to say when the app cannot even begin. */
export function Failure({ lang }: { readonly lang: Language }) {
  return (
    <main class="in">
      <p role="alert">{W.failed[lang]}</p>
      <Button look="primary" text={W.reload[lang]} onPress={() => location.reload()} />
    </main>
  )
}
