import { entryStatements } from '../../../db/queries/diary-recording.ts'
import { insertSignals } from '../../../db/queries/diary-signals.ts'
import { markPhotosUsed } from '../../../db/queries/outbox-photos.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { detailsOf, summaryOf } from '../../domain/diary/details-of-values.ts'
import type { ParsedEntry } from '../../domain/diary/entry-body.ts'
import { waitingOf } from '../../domain/diary/waiting.ts'
import { openJob } from '../background/open-job.ts'
import { change, type Guard } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { declaredRoleOf } from './declared-role.ts'
import { entryFingerprint } from './entry-hash.ts'
import { makePictures } from './make-pictures.ts'
import type { PreparedEntry } from './prepare-entry.ts'
import type { Envelope, Recorded } from './recording.ts'

/** The row an entry amends, as far as the change of it goes. */
type Amends = {
  readonly id: string
  readonly occurredOn: string
  readonly batchId: string | null
  readonly reason: string
  readonly declaredByRole: string
  readonly declaredByName: string
  readonly guard: Guard
}

/** Stores an entry with all that belongs to it in one atomic batch. */
export async function storeEntry(
  ctx: VerbContext,
  given: {
    readonly envelope: Envelope
    readonly entry: ParsedEntry
    readonly occurredOn: string
    readonly prepared: PreparedEntry
    readonly amends: Amends | null
  },
): Promise<Recorded> {
  const { envelope, entry, occurredOn, prepared, amends } = given
  const { id, also = [] } = envelope
  const { site, households, photos, findings, signals } = prepared
  const row = rowOf(ctx, given)
  const job = photos.length === 0 ? null : picturesJob(ctx, id)
  await change(ctx, {
    may: 'diary.write',
    target: targetOf(site),
    guards: amends === null ? [] : [amends.guard],
    statements: [
      ...entryStatements(ctx.db, { entry: row, households, photos }),
      ...insertSignals(ctx.db, { entry: row, signals, newId: ctx.newId }),
      ...(job === null ? [] : [job.statement]),
      ...photosShown(ctx, given),
      ...also,
    ],
    audit: {
      action: amends === null ? 'diary.record' : 'diary.correct',
      entityId: id,
      ...(amends === null ? {} : { before: { amendsId: amends.id }, reason: amends.reason }),
      after: { kind: row.kind, occurredOn, siteId: row.siteId, ...row.details },
    },
    touches: {
      works: [
        { siteId: row.siteId, occurredOn },
        ...(amends === null ? [] : [{ siteId: row.siteId, occurredOn: amends.occurredOn }]),
      ],
      batchIds: amends?.batchId == null ? [] : [amends.batchId],
    },
    receipt: { id },
  })
  return {
    status: 'stored',
    id,
    waiting: waitingOf({ occurredOn, values: entry.values }),
    findings,
  }
}

/** That photos are shown now; of a record that came by the outbox its receipt says so. */
function photosShown(
  ctx: VerbContext,
  { envelope, prepared }: Pick<Parameters<typeof storeEntry>[1], 'envelope' | 'prepared'>,
): Statement[] {
  if (envelope.via !== 'portal') return []
  const hashes = prepared.handedIn.map(({ sha256 }) => sha256)
  return markPhotosUsed(ctx.db, { account: actorText(ctx.actor), hashes, at: ctx.now() })
}

function rowOf(ctx: VerbContext, given: Parameters<typeof storeEntry>[1]) {
  const { envelope, entry, occurredOn, prepared, amends } = given
  const { site, households, findings, hash } = prepared
  const { actor } = ctx
  const { kind, values } = entry
  return {
    id: envelope.id,
    siteId: site.id,
    batchId: amends?.batchId ?? null,
    ...{ kind, occurredOn, recordedAt: ctx.now() },
    summary: summaryOf(kind, values),
    details: detailsOf(kind, values),
    photos: [],
    declaredByRole: amends?.declaredByRole ?? declaredRoleOf(site.organisationKind),
    declaredByName: amends?.declaredByName ?? site.organisation,
    amendsId: amends?.id ?? null,
    reason: amends?.reason ?? null,
    fingerprint: entryFingerprint(hash, envelope.id),
    via: envelope.via,
    entered: values,
    findings,
    allowedOn: waitingOf({ occurredOn, values })?.allowedOn ?? null,
    seasonId: prepared.seasonId,
    householdCount: households.length,
    writtenBy: actorText(actor),
    writtenByName: actor.name,
    onBehalfOf: entry.onBehalfOf,
    spoken: entry.spoken,
    madeAt: envelope.madeAt,
    clockOffsetMs: envelope.clock?.offsetMs ?? null,
    clockMeasuredAt: envelope.clock?.measuredAt ?? null,
    appVersion: envelope.v === null ? null : String(envelope.v),
  }
}

function picturesJob(ctx: VerbContext, entryId: string) {
  return openJob(ctx, {
    kind: makePictures,
    subjectId: entryId,
    input: { entryId },
    unlessOpen: true,
  })
}
