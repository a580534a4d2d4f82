import { isUniqueViolation } from '../../../db/errors.ts'
import { isRecordedBy } from '../../../db/queries/diary-recording.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import { parseEntryBody } from '../../domain/diary/parse-entry-body.ts'
import { isRecord } from '../../domain/diary/parse-value.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { type PreparedEntry, prepareEntry } from './prepare-entry.ts'
import { dayOf } from './read-envelope.ts'
import type { Envelope, PhotoShelf, Recorded } from './recording.ts'
import { storeEntry } from './store-entry.ts'

/**
 * Records an entry of a diary under the id its device gave it: once, however often it arrives. Rights are
 * judged now; what hardly can be meant wants a yes (`confirm`), and `needs_confirmation` says to what.
 */
export async function recordEntry({
  ctx,
  envelope,
  photos: shelf,
}: {
  ctx: VerbContext
  envelope: Envelope
  photos: PhotoShelf
}): Promise<Recorded> {
  const { id, body } = envelope
  const occurredOn = dayOf(envelope)
  const kind = isRecord(body) && typeof body['kind'] === 'string' ? body['kind'] : ''
  const reading = parseEntryBody(kind, body)
  if (!reading.ok) throw invalidInput(reading.faults)
  const { entry, questions } = reading
  const prepared = await prepareEntry(ctx, {
    ...{ id, entry, occurredOn, questions, shelf },
    amends: null,
  })
  if (prepared === null) return { status: 'later', missing: 'photo' }
  const known = knownAs(ctx, { id, prepared })
  if (known !== null) return known
  try {
    return await storeEntry(ctx, { envelope, entry, occurredOn, prepared, amends: null })
  } catch (error) {
    // The very same record, a moment earlier, on another line.
    if (!isUniqueViolation(error) || !(await isOwn(ctx, id))) throw error
    return { status: 'already', id }
  }
}

/** What has the id already: this very record, or one that cannot be it. */
export function knownAs(
  ctx: VerbContext,
  { id, prepared }: { readonly id: string; readonly prepared: PreparedEntry },
): Recorded | null {
  const { known, hash } = prepared
  if (known === null) return null
  const isIt = known.writtenBy === actorText(ctx.actor) && known.fingerprint.startsWith(hash)
  if (!isIt) throw conflict(DIARY_REFUSALS.idTaken)
  return { status: 'already', id }
}

function isOwn(ctx: VerbContext, id: string): Promise<boolean> {
  return isRecordedBy(ctx.db, { id, writtenBy: actorText(ctx.actor) })
}
