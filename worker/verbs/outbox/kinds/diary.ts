import * as z from 'zod'
import { parsePhotos } from '../../../domain/diary/parse-entry-body.ts'
import type { VerbContext } from '../../context.ts'
import { recordCorrection } from '../../diary/record-correction.ts'
import { recordEntry } from '../../diary/record-entry.ts'
import type { Envelope, PhotoShelf, Recorded } from '../../diary/recording.ts'
import { parentMissing, photoMissing } from '../outbox-problems.ts'
import { type OutboxRecord, outboxKind, type StoredAs } from '../outbox-record.ts'

/** Read by the diary itself, whose description of its kinds the device has too. */
const body = z.record(z.string(), z.unknown())
type Body = z.output<typeof body>

type RecordVerb = (given: {
  readonly ctx: VerbContext
  readonly envelope: Envelope
  readonly photos: PhotoShelf
}) => Promise<Recorded>

/** An entry of a diary. */
export const DIARY_ENTRY = diaryKind('diary_entry', recordEntry)

/** What an entry should have said, or that it was never so. */
export const DIARY_CORRECTION = diaryKind('diary_correction', recordCorrection)

function diaryKind(kind: 'diary_entry' | 'diary_correction', verb: RecordVerb) {
  return outboxKind<Body>({
    ...{ kind, body, sinceVersion: 1, may: 'diary.write', byMachines: true },
    entity: 'diary_event',
    // What is wrong with the list is said where the body is read.
    photosOf: ({ photos }) => parsePhotos(photos, []),
    store: (ctx, record) => recordBy(verb, ctx, record),
  })
}

async function recordBy(
  verb: RecordVerb,
  ctx: VerbContext,
  record: OutboxRecord<Body>,
): Promise<StoredAs> {
  const { photos, ...envelope } = record
  const recorded = await verb({
    ctx,
    envelope: { ...envelope, via: ctx.actor.kind === 'token' ? 'api' : 'app' },
    photos: async (hashes) =>
      photos
        .filter(({ sha256 }) => hashes.includes(sha256))
        .map(({ sha256, storeKey, takenAt, latitude, longitude }) => ({
          ...{ sha256, storeKey, takenAt, lat: latitude, lng: longitude },
        })),
  })
  if (recorded.status !== 'later') return recorded.status
  throw recorded.missing === 'photo' ? photoMissing() : parentMissing()
}
