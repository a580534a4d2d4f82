import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { isRecord } from '../../../worker/domain/diary/parse-value.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import { draftOfRecord } from '../entry/draft-of-record.ts'
import { isEmptyValue } from '../entry/draft-values.ts'
import { offerText } from '../entry/offer-text.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { inspectionFacts } from './inspection-facts.ts'
import { queuedEntry } from './queued-entry.ts'

type Fact = { readonly label: string; readonly text: string }

/** What a record says, as it was written; of kinds and fields this version does not know, too. */
export function recordFacts(given: {
  readonly record: QueuedRecord
  readonly queue: readonly QueuedRecord[]
  readonly kit: FieldKit
  readonly lang: Language
}): Fact[] {
  const { record, queue, kit, lang } = given
  if (record.kind === 'inspection') return inspectionFacts(record, lang)
  const of = queuedEntry(record, queue)
  const aim = { does: 'mend', recordId: record.id } as const
  const draft = of === null ? null : draftOfRecord({ record, aim, of, id: record.id })
  if (draft === null) return plainFacts(record.body)
  const site = kit.sites.find(({ id }) => id === draft.siteId)
  const households = (site?.households ?? []).filter(({ id }) => draft.householdIds.includes(id))
  const reason = draft.reason === '' ? [] : [fact(ENTRY_COPY.reason[lang], draft.reason)]
  const names = households.map(({ name }) => name).join(', ')
  const whom = names === '' ? [] : [fact(ENTRY_COPY.households[lang], names)]
  const values = ENTRY_KINDS[draft.kind].fields.flatMap((field): Fact[] => {
    const value = draft.values[field.name]
    if (value === undefined || isEmptyValue(value)) return []
    return [fact(field.label[lang], offerText(field, value, lang))]
  })
  return [...reason, ...whom, ...values]
}

/** Names and values as they stand in the record. */
function plainFacts(body: Readonly<Record<string, unknown>>): Fact[] {
  const values = isRecord(body['values']) ? body['values'] : body
  return Object.entries(values).map(([name, value]) =>
    fact(name, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
  )
}

function fact(label: string, text: string): Fact {
  return { label, text }
}
