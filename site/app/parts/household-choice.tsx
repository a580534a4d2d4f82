import { useId } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { Chips } from './chips.tsx'
import { useText } from './use-text.ts'

/** Few enough to be shown at once. */
const FEW = 6

/** For whom it was done: one household where each has its own figures, else as many as it was. */
export function HouseholdChoice({ form }: { readonly form: EntryForm }) {
  const t = useText()
  const { draft, site, change, faults } = form
  const households = site?.households ?? []
  if (households.length === 0) return null
  const isOne = ENTRY_KINDS[draft.kind].households === 'one'
  const fault = faults.get('householdIds')
  return (
    <div class="field">
      {households.length > FEW && isOne ? (
        <HouseholdSelect form={form} />
      ) : (
        <fieldset class="checks">
          <legend>{t(W.households)}</legend>
          {isOne ? null : <p class="hint">{t(W.householdsHint)}</p>}
          <div class={households.length > FEW ? 'scroll' : undefined}>
            {isOne ? (
              <label class="check">
                <input
                  type="radio"
                  name="household"
                  checked={draft.householdIds.length === 0}
                  onChange={() => change({ householdIds: [], onBehalfOf: null })}
                />
                <span>{t(W.wholeSite)}</span>
              </label>
            ) : null}
            {households.map(({ id, name, plot }) => (
              <label key={id} class="check">
                <input
                  type={isOne ? 'radio' : 'checkbox'}
                  name={isOne ? 'household' : undefined}
                  checked={draft.householdIds.includes(id)}
                  onChange={(event) => {
                    const others = isOne ? [] : draft.householdIds.filter((each) => each !== id)
                    const householdIds = event.currentTarget.checked ? [...others, id] : others
                    change({ householdIds, onBehalfOf: null })
                  }}
                />
                <span>{plot === null ? name : `${name} · ${plot}`}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {fault === undefined ? null : <p class="fault">{t(fault)}</p>}
      <ToldBy form={form} />
    </div>
  )
}

function HouseholdSelect({ form }: { readonly form: EntryForm }) {
  const id = useId()
  const t = useText()
  const { draft, site, change } = form
  return (
    <>
      <label for={id}>{t(W.households)}</label>
      <select
        id={id}
        value={draft.householdIds[0] ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          change({ householdIds: chosen === '' ? [] : [chosen], onBehalfOf: null })
        }}
      >
        <option value="">{t(W.wholeSite)}</option>
        {(site?.households ?? []).map(({ id: householdId, name, plot }) => (
          <option key={householdId} value={householdId}>
            {plot === null ? name : `${name} · ${plot}`}
          </option>
        ))}
      </select>
    </>
  )
}

/** Who told it, where a group leader writes for a member. */
function ToldBy({ form }: { readonly form: EntryForm }) {
  const t = useText()
  const { draft, site, change } = form
  if (draft.householdIds.length !== 1 || draft.aim.does === 'correct') return null
  const name = site?.households.find(({ id }) => id === draft.householdIds[0])?.name
  if (name === undefined) return null
  return (
    <Chips<string | null>
      label={t(W.toldBy)}
      choices={[
        { key: 'me', text: t(W.myself), value: null },
        { key: 'them', text: name, value: name },
      ]}
      chosen={(each) => each === draft.onBehalfOf}
      onChoose={(onBehalfOf) => change({ onBehalfOf })}
    />
  )
}
