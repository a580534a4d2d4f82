import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { useText } from './use-text.ts'

/** What hardly can be meant: saved once its writer says that it is so. */
export function QuestionList({ form }: { readonly form: EntryForm }) {
  const t = useText()
  const { draft, questions, change } = form
  if (questions.length === 0) return null
  return (
    <fieldset class="checks questions">
      <legend>{t(W.questions)}</legend>
      {questions.map(({ code, text }) => (
        <label key={code} class="check">
          <input
            type="checkbox"
            checked={draft.confirm.includes(code)}
            onChange={(event) => {
              const others = draft.confirm.filter((each) => each !== code)
              change({ confirm: event.currentTarget.checked ? [...others, code] : others })
            }}
          />
          <span>
            {t(text)} <strong>{t(W.itIsSo)}</strong>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
