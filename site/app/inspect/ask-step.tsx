import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { saidIn } from '../../../worker/domain/inspections/form/form.ts'
import type { MinutesReading } from '../../../worker/domain/inspections/read-minutes.ts'
import { Button } from '../parts/button.tsx'
import { useAppState } from '../state/app-context.ts'
import { QuestionInput } from './question-input.tsx'
import type { Step } from './step.ts'

/** The questions that are asked by what was answered so far. */
export function AskStep(step: Step & { readonly reading: MinutesReading }) {
  const { reading, onNext } = step
  const { compiled, judged } = reading
  const { lang } = useAppState()
  return (
    <>
      {compiled.items.map(({ item, groups }, at) => {
        if (!judged.asked.has(at) || item.type === 'end_group') return null
        const label = saidIn(item.label, lang)
        if (item.type === 'begin_group') {
          return groups.length === 0 ? <h2 key={at}>{label}</h2> : <h3 key={at}>{label}</h3>
        }
        if (item.type === 'note') {
          const hint = item.hint === undefined ? '' : saidIn(item.hint, lang)
          return (
            <div key={at} class="field">
              <p>
                <strong>{label}</strong>
              </p>
              {hint === '' ? null : <p class="hint">{hint}</p>}
            </div>
          )
        }
        return <QuestionInput key={item.name} {...step} item={item} />
      })}
      <Button look="primary" text={W.toFindings} onPress={onNext} />
    </>
  )
}
