import { useId, useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { useAppState } from '../state/app-context.ts'
import { Chips } from './chips.tsx'
import { useText } from './use-text.ts'

/** The day it was done: today, or one tap for yesterday. */
export function DayChoice({ form }: { readonly form: EntryForm }) {
  const id = useId()
  const t = useText()
  const { lang } = useAppState()
  const { draft, today, change, faults } = form
  const now = toCalendarDate(today)
  const yesterday = now === null ? today : addDays(now, -1)
  const isNear = draft.occurredOn === today || draft.occurredOn === yesterday
  const [isOther, setOther] = useState(!isNear)
  const fault = faults.get('occurredOn') ?? faults.get('happenedOn')
  const days = [
    { key: 'today', text: `${t(W.today)} ${shortDay(today, lang)}`, value: today },
    { key: 'yesterday', text: `${t(W.yesterday)} ${shortDay(yesterday, lang)}`, value: yesterday },
    { key: 'other', text: t(W.otherDay), value: '' },
  ]
  return (
    <div class="field">
      <Chips
        label={t(W.day)}
        choices={days}
        chosen={(day) => (day === '' ? isOther : !isOther && day === draft.occurredOn)}
        onChoose={(day) => {
          setOther(day === '')
          if (day !== '') change({ occurredOn: day })
        }}
      />
      {isOther ? (
        <>
          <label class="sr" for={id}>
            {t(W.day)}
          </label>
          <input
            id={id}
            type="date"
            max={today}
            value={draft.occurredOn}
            onInput={(event) => change({ occurredOn: event.currentTarget.value })}
          />
        </>
      ) : null}
      {fault === undefined ? null : <p class="fault">{t(fault)}</p>}
    </div>
  )
}

function shortDay(on: string, lang: 'vi' | 'en' | 'zh'): string {
  return lang === 'vi' ? formatOn(on, lang).slice(0, 5) : formatOn(on, lang)
}
