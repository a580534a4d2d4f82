import { useId } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { placeOf } from '../entry/new-draft.ts'
import { useAppState } from '../state/app-context.ts'
import { HouseholdChoice } from './household-choice.tsx'
import { useText } from './use-text.ts'

/** Where, of which season and for whom: as last time, unless it is said otherwise. */
export function PlaceChoice({ form }: { readonly form: EntryForm }) {
  const id = useId()
  const t = useText()
  const { accounts } = useAppState()
  const { draft, sites, site, past, change, faults } = form
  const kit = accounts.find((account) => account.id === draft.accountId)?.kit
  const seasons = (kit?.seasons ?? []).filter(({ siteId }) => siteId === draft.siteId)
  const isFixed = draft.aim.does === 'correct'
  const fault = faults.get('siteId') ?? faults.get('seasonId')
  const choose = (siteId: string) => {
    const next = sites.find((each) => each.id === siteId)
    if (next === undefined || kit === undefined) return
    change(placeOf({ kit, site: next, kind: draft.kind, past }))
  }
  return (
    <>
      <div class="field">
        <label for={id}>{t(W.site)}</label>
        {sites.length > 1 && !isFixed ? (
          <select
            id={id}
            value={draft.siteId}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {site === null ? <option value={draft.siteId}>{t(W.choose)}</option> : null}
            {sites.map(({ id: siteId, name, code }) => (
              <option key={siteId} value={siteId}>
                {code === null ? name : `${name} · ${code}`}
              </option>
            ))}
          </select>
        ) : (
          <output id={id}>{site?.name ?? ''}</output>
        )}
        {fault === undefined ? null : <p class="fault">{t(fault)}</p>}
      </div>
      {seasons.length === 0 || isFixed ? null : (
        <div class="field">
          <label for={`${id}-season`}>{t(W.season)}</label>
          <select
            id={`${id}-season`}
            value={draft.seasonId ?? ''}
            onChange={(event) =>
              change({
                seasonId: event.currentTarget.value === '' ? null : event.currentTarget.value,
              })
            }
          >
            <option value="">{t(W.noSeason)}</option>
            {seasons.map(({ id: seasonId, name }) => (
              <option key={seasonId} value={seasonId}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {ENTRY_KINDS[draft.kind].households === 'none' ? null : <HouseholdChoice form={form} />}
    </>
  )
}
