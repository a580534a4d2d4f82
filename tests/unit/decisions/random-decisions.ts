import * as fc from 'fast-check'
import { IMPORT_UNDONE } from '../../../worker/domain/decisions/history.ts'
import type {
  AskedDecision,
  History,
  RecordedDecision,
  Source,
} from '../../../worker/domain/decisions/types.ts'
import { CODE_STATUSES } from '../../../worker/domain/standing/types.ts'
import type { CalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { TERM_ENDED } from '../../support/oracle/old-decision-rules.ts'

export const TODAY = '2026-06-08'
/** Few days, so that ties and repeats come up often; the last is too far ahead for an officer. */
const DAYS = [1, 2, 3, 5, 7, 8, 9, 12].map((n) => `2026-06-${String(n).padStart(2, '0')}`)
const ASKED_DAYS = [...DAYS, '2026-05-31', '2028-01-01']
const DECIDED = CODE_STATUSES.filter((status) => status !== 'none')
const REASONS = ['Lý do A', 'Lý do B']
const DOCUMENTS = ['1/QĐ', null]

const drawn = fc.record({
  status: fc.constantFrom(...DECIDED),
  effectiveOn: fc.constantFrom(...DAYS),
  reason: fc.constantFrom(...REASONS),
  documentNo: fc.constantFrom(...DOCUMENTS),
  importId: fc.constantFrom(null, 'i1', 'i2'),
  amends: fc.option(fc.nat(9), { nil: null }),
  form: fc.constantFrom('decision', 'decision', 'decision', 'term', 'taken_back'),
})

/** What may stand on record: decisions, corrections, ends of terms, and imports taken back. */
export const histories: fc.Arbitrary<History> = fc.array(drawn, { maxLength: 9 }).map((rows) => {
  const events: RecordedDecision[] = []
  for (const [i, { amends, form, ...row }] of rows.entries()) {
    const open = events.filter(({ id }) => !events.some(({ amendsId }) => amendsId === id))
    const corrected = amends === null ? undefined : open[amends % (open.length || 1)]
    const event: RecordedDecision = {
      ...{ ...row, id: `e${i}`, market: 'CHN', recordedAt: i + 1, wording: null },
      ...{ reasonCode: null, endsTerm: false, amendsId: corrected?.id ?? null },
    }
    if (form === 'term') {
      const term = open.find(({ endsTerm }) => endsTerm)
      events.push({
        ...{ ...event, status: 'expired', reason: TERM_ENDED, endsTerm: true },
        amendsId: term?.id ?? null,
      })
    } else if (form === 'taken_back' && corrected !== undefined) {
      const nothing = { status: 'none', effectiveOn: '1900-01-01', reason: 'Rút lại' } as const
      const importId = corrected.importId ?? 'i1'
      events.push({ ...event, ...nothing, importId, reasonCode: IMPORT_UNDONE })
    } else {
      events.push(event)
    }
  }
  return { code: 'VN-AGOR-0001', market: 'CHN', events }
})

export function askedBy(source: Source): fc.Arbitrary<AskedDecision> {
  const mayCorrect = source === 'officer'
  return fc
    .record({
      status: fc.constantFrom(...DECIDED),
      effectiveOn: fc.constantFrom(...ASKED_DAYS),
      reason: fc.constantFrom(...REASONS),
      documentNo: fc.constantFrom('1/QĐ', '2/QĐ'),
      reasonCode: fc.constantFrom(null, 'corrected', 'phytosanitary', 'remedied'),
      amendsId: mayCorrect
        ? fc.constantFrom(null, null, 'e0', 'e1', 'e2', 'e5')
        : fc.constant(null),
      seen: fc.constantFrom(undefined, undefined, null, 'e1', 'e3'),
      isTerm: fc.constantFrom(false, source === 'list' || source === 'term'),
    })
    .map(({ isTerm, effectiveOn, ...rest }) => {
      const endsTerm = isTerm || source === 'term'
      return {
        ...{ kind: 'decision' as const, source, ...rest, wording: null, endsTerm },
        effectiveOn: effectiveOn as CalendarDate,
        ...(endsTerm ? { status: 'expired' as const, reason: TERM_ENDED } : {}),
        ...(source === 'list' ? { reasonCode: null } : {}),
        seen: source === 'officer' || source === 'bulk' ? rest.seen : undefined,
      }
    })
}
