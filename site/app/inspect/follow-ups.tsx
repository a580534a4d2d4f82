import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import { MINUTES_BOUNDS } from '../../../worker/domain/inspections/kinds.ts'
import { Chips } from '../parts/chips.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'
import type { FollowUpDraft } from './inspection-draft.ts'
import type { Step } from './step.ts'
import { TextField } from './text-field.tsx'

const NONE: FollowUpDraft = { mended: null, text: '', dueOn: '' }

/** What was found wrong here before and waits: put right, or not yet. */
export function FollowUps({ account, draft, change, faultOf }: Step) {
  const t = useText()
  const { lang } = useAppState()
  const kit = account.kit.inspection
  const before = kit?.findings.filter(({ siteId }) => siteId === draft.siteId) ?? []
  if (before.length === 0) return null
  return (
    <>
      <h2>{t(W.before)}</h2>
      {before.map(({ id, text, action, dueOn }) => {
        const said = draft.followUps[id] ?? NONE
        const set = (part: Partial<FollowUpDraft>) =>
          change({ followUps: { ...draft.followUps, [id]: { ...said, ...part } } })
        return (
          <div class="card" key={id}>
            <p>
              <strong>{text}</strong>
              <br />
              {action}
            </p>
            {dueOn === '' ? null : (
              <p class="hint">{fill(t(W.beforeDue), { day: formatOn(dueOn, lang) })}</p>
            )}
            <Chips
              label={t(W.seen)}
              choices={[
                { key: 'yes', value: true, text: t(W.mended) },
                { key: 'no', value: false, text: t(W.notMended) },
              ]}
              chosen={(mended) => said.mended === mended}
              onChoose={(mended) => set({ mended: said.mended === mended ? null : mended })}
            />
            {said.mended === null ? null : (
              <TextField
                {...{ label: t(W.details), value: said.text, rows: 2, max: MINUTES_BOUNDS.text }}
                fault={faultOf(`followUps.${id}`)}
                isRequired
                onText={(seen) => set({ text: seen })}
              />
            )}
            {said.mended === false ? (
              <TextField
                {...{ label: t(W.due), value: said.dueOn }}
                isDay
                onText={(day) => set({ dueOn: day })}
              />
            ) : null}
          </div>
        )
      })}
    </>
  )
}
