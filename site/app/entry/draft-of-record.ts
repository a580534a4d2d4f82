import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import { isRecord } from '../../../worker/domain/diary/parse-value.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import { type Draft, type DraftAim, type DraftValue, draftKey } from './draft.ts'
import { draftValueOf } from './draft-values.ts'

/**
 * A record of the queue as a form: to mend it, or to correct the entry it became. Read leniently, for it
 * may be the record of another version: what this one does not ask is left out, and the rest shown.
 */
export function draftOfRecord(given: {
  readonly record: QueuedRecord
  readonly aim: DraftAim
  /** The entry's kind and place, where the body is a correction and does not say them. */
  readonly of: { readonly kind: EntryKind; readonly siteId: string } | null
  readonly id: string
}): Draft | null {
  const { record, aim, of, id } = given
  const { body } = record
  const kind = of?.kind ?? kindOf(body.kind)
  if (kind === null) return null
  return {
    ...{ accountId: record.accountId, id, key: draftKey(aim, kind), aim, kind, touchedAt: 0 },
    occurredOn: textOf(body.occurredOn) ?? record.happenedOn,
    siteId: of?.siteId ?? textOf(body.siteId) ?? '',
    householdIds: textsOf(body.householdIds),
    seasonId: textOf(body.seasonId),
    values: valuesOf(kind, body.values),
    photos: [],
    keptPhotos: textsOf(body.photos),
    onBehalfOf: textOf(body.onBehalfOf),
    spoken: textsOf(body.spoken),
    reason: textOf(body.reason) ?? '',
    confirm: textsOf(body.confirm),
  }
}

function valuesOf(kind: EntryKind, given: unknown): Readonly<Record<string, DraftValue>> {
  if (!isRecord(given)) return {}
  const values = ENTRY_KINDS[kind].fields.flatMap(({ name }): [string, DraftValue][] => {
    const value = draftValue(given[name])
    return value === null ? [] : [[name, value]]
  })
  return Object.fromEntries(values)
}

function draftValue(value: unknown): DraftValue | null {
  if (typeof value === 'string' || typeof value === 'number') return draftValueOf(value)
  if (!isRecord(value)) return null
  const { name, unit } = value
  if (typeof name === 'string') return { name, id: textOf(value.id) }
  const figure = value.value
  if (typeof unit !== 'string') return null
  return typeof figure === 'string' || typeof figure === 'number'
    ? { value: String(figure), unit }
    : null
}

function kindOf(value: unknown): EntryKind | null {
  const kinds = Object.keys(ENTRY_KINDS) as EntryKind[]
  return kinds.find((kind) => kind === value) ?? null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
