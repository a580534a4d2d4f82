import { insertLabelChecks, type LabelCheckRow } from '../../../db/queries/label-checks.ts'
import { readLabelText } from '../../domain/label/parse-label.ts'
import { selfOf } from '../accounts/self.ts'
import { change } from '../change.ts'
import { actorText, type Person, type VerbContext } from '../context.ts'
import { ownTarget } from '../guard/authorise.ts'
import { photoMissing } from '../outbox/outbox-problems.ts'
import type { OutboxRecord } from '../outbox/outbox-record.ts'
import type { LabelChecksInput } from './label-checks-input.ts'

type Check = LabelChecksInput['checks'][number]

/**
 * Puts down what labels looked like on the spot: what was scanned and what the device said of it, not
 * what we would say today.
 */
export async function recordLabelChecks(
  ctx: VerbContext,
  record: OutboxRecord<LabelChecksInput>,
): Promise<'stored'> {
  const person = selfOf(ctx)
  const { checks } = record.body
  requirePhotos(record)
  const rows = checks.map((check, position) => rowOf(ctx, { person, record, check, position }))
  const count = (of: Check['authenticity']) =>
    checks.filter(({ authenticity }) => authenticity === of).length
  await change(ctx, {
    may: 'labels.check',
    target: ownTarget(ctx),
    statements: [insertLabelChecks(ctx.db, rows)],
    audit: {
      action: 'labels.check',
      entity: 'label_check',
      entityId: record.id,
      after: { checks: checks.length, forged: count('forged'), unknown: count('unknown') },
    },
  })
  return 'stored'
}

function requirePhotos({ body, photos }: OutboxRecord<LabelChecksInput>): void {
  const there = new Set(photos.map(({ sha256 }) => sha256))
  const shown = body.checks.flatMap((check) => check.photos ?? [])
  if (!shown.every((hash) => there.has(hash))) throw photoMissing()
}

function rowOf(
  ctx: VerbContext,
  given: {
    readonly person: Person
    readonly record: OutboxRecord<LabelChecksInput>
    readonly check: Check
    readonly position: number
  },
): LabelCheckRow {
  const { person, record, check, position } = given
  const { label } = readLabelText(check.scanned)
  const subject = label?.subject ?? null
  const isOfBatch = subject !== null && subject.profile !== 'certificate'
  return {
    recordId: record.id,
    position,
    account: actorText(person),
    organisationId: person.organisationId,
    provinceCode: person.place.provinceCode,
    communeCode: person.place.communeCode,
    scanned: check.scanned,
    kid: label?.kid ?? null,
    batchRef: isOfBatch ? subject.ref : null,
    serial: isOfBatch ? subject.serial : null,
    authenticity: check.authenticity,
    standing: check.standing ?? null,
    mode: check.mode,
    listIssuedAt: check.listIssuedAt ?? null,
    note: check.note ?? null,
    latitude: check.place?.latitude ?? null,
    longitude: check.place?.longitude ?? null,
    accuracyM: check.place?.accuracyM ?? null,
    photos: photosOf(check, record),
    checkedOn: record.happenedOn,
    checkedAt: check.checkedAt,
    clockOffsetMs: record.clock?.offsetMs ?? null,
    recordedAt: ctx.now(),
  }
}

function photosOf(
  { photos = [] }: Check,
  record: OutboxRecord<LabelChecksInput>,
): LabelCheckRow['photos'] {
  return photos.flatMap((hash) => {
    const photo = record.photos.find(({ sha256 }) => sha256 === hash)
    return photo === undefined ? [] : [{ sha256: hash, storeKey: photo.storeKey }]
  })
}
