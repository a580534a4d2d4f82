import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fill } from '../../../worker/copy/fill.ts'
import type { FieldType } from '../../../worker/domain/diary/entry-kinds/field.ts'
import type { KitSite } from '../../../worker/domain/diary/field-kit.ts'
import { unitText } from '../../../worker/domain/diary/measures/unit-table.ts'
import type { DraftValue } from '../entry/draft.ts'
import { unitsAt } from '../entry/units-at.ts'
import type { describedBy } from './field-frame.tsx'
import { useText } from './use-text.ts'

/** A figure and the unit it is said in, kept as entered. */
export function MeasureInput(given: {
  readonly id: string
  readonly label: string
  readonly value: DraftValue | undefined
  readonly described: ReturnType<typeof describedBy>
  readonly type: Extract<FieldType, { is: 'measure' }>
  readonly site: KitSite | null
  /** What it was said in the last time. */
  readonly lastUnit: string | null
  readonly set: (value: DraftValue) => void
}) {
  const { id, label, value, described, type, site, lastUnit, set } = given
  const t = useText()
  const units = unitsAt({ units: type.units, region: site?.region ?? null, last: lastUnit })
  const current = typeof value === 'object' && 'unit' in value ? value : null
  const figure = current?.value ?? ''
  const unit = current?.unit ?? units[0] ?? ''
  const isKnown = units.some((each) => each === unit)
  return (
    <div class="measure">
      <input
        {...{ id, ...described }}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={figure}
        onInput={(event) => set({ value: event.currentTarget.value, unit })}
      />
      <select
        aria-label={fill(t(W.unit), { field: label })}
        value={unit}
        onChange={(event) => set({ value: figure, unit: event.currentTarget.value })}
      >
        {isKnown ? null : <option value={unit}>{unit}</option>}
        {units.map((each) => (
          <option key={each} value={each}>
            {t(unitText(each))}
          </option>
        ))}
      </select>
    </div>
  )
}
