import { type DiaryEntryDetail, insertAmendments } from '../../../db/queries/diary-entries.ts'
import { change, type Guard } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import type { Envelope, Recorded } from './recording.ts'

/** Says by a row of its own that an entry, and whatever it amended, was never so. */
export async function takeEntryBack(
  ctx: VerbContext,
  given: {
    readonly envelope: Envelope
    readonly entry: DiaryEntryDetail
    readonly correction: { readonly reason: string }
    readonly guard: Guard
  },
): Promise<Recorded> {
  const { envelope, entry, correction, guard } = given
  const { id, also = [], clock } = envelope
  const { siteId, batchId, occurredOn } = entry
  const row = {
    ...{ id, siteId, batchId, occurredOn, kind: entry.kind, recordedAt: ctx.now() },
    ...{ summary: entry.summary, details: entry.details, photos: entry.photos },
    ...{ declaredByRole: entry.declaredByRole, declaredByName: entry.declaredByName },
    ...{ amendsId: entry.id, retracts: true, reason: correction.reason },
    // It says nothing of its own; an entry is taken back once.
    fingerprint: `retracts:${entry.id}`,
    ...{ via: envelope.via, entered: entry.entered, householdCount: entry.householdCount },
    ...{ writtenBy: actorText(ctx.actor), writtenByName: ctx.actor.name },
    ...{ madeAt: envelope.madeAt, appVersion: envelope.v === null ? null : String(envelope.v) },
    ...{ clockOffsetMs: clock?.offsetMs ?? null, clockMeasuredAt: clock?.measuredAt ?? null },
  }
  await change(ctx, {
    may: 'diary.write',
    target: targetOf(entry),
    guards: [guard],
    statements: [insertAmendments(ctx.db, [row]), ...also],
    audit: {
      action: 'diary.take_back',
      entityId: entry.id,
      before: { summary: entry.summary, occurredOn },
      after: { retractedBy: id },
      reason: correction.reason,
    },
    touches: {
      works: [{ siteId, occurredOn }],
      batchIds: batchId === null ? [] : [batchId],
    },
    receipt: { id },
  })
  return { status: 'stored', id, waiting: null, findings: [] }
}
