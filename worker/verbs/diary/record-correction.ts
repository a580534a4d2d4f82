import { isUniqueViolation } from '../../../db/errors.ts'
import {
  type DiaryEntryDetail,
  isUnamendedEntry,
  readDiaryEntry,
} from '../../../db/queries/diary-entries.ts'
import { readEntryHouseholds } from '../../../db/queries/diary-households.ts'
import { type EntryPhoto, readEntryPhotos } from '../../../db/queries/diary-photos.ts'
import { isRecordedBy } from '../../../db/queries/diary-recording.ts'
import { isDiaryKind } from '../../copy/diary.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import {
  type ParsedCorrection,
  parseCorrectionBody,
} from '../../domain/diary/parse-correction-body.ts'
import { parseEntryBody } from '../../domain/diary/parse-entry-body.ts'
import { doneAlready, type Guard } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { alreadyExists, conflict, notFound } from '../guard/refusals.ts'
import { prepareEntry } from './prepare-entry.ts'
import { dayOf } from './read-envelope.ts'
import { knownAs } from './record-entry.ts'
import type { Envelope, PhotoShelf, Recorded } from './recording.ts'
import { storeEntry } from './store-entry.ts'
import { takeEntryBack } from './take-entry-back.ts'

/**
 * Corrects an entry, or takes it back, under the id the device gave the correction: old and new stay to be
 * seen. `later` where the entry itself has not arrived; of two who amend one entry the second is told.
 */
export async function recordCorrection({
  ctx,
  envelope,
  photos: shelf,
}: {
  ctx: VerbContext
  envelope: Envelope
  photos: PhotoShelf
}): Promise<Recorded> {
  requireAny(ctx, 'diary.write')
  const reading = parseCorrectionBody(envelope.body)
  if (!reading.ok) throw invalidInput(reading.faults)
  const { correction } = reading
  const entry = await ownLatest(ctx, { entryId: correction.entryId, id: envelope.id })
  if (entry === null) return { status: 'later', missing: 'entry' }
  if (!mayDo(ctx.actor, 'diary.write', targetOf(entry))) throw notFound(THINGS.diaryEntry)
  const { id } = envelope
  if (entry.amendedBy?.id === id) {
    // An id of another account cannot be told from one's own by the row alone.
    if (await isOwn(ctx, id)) return { status: 'already', id }
    throw conflict(DIARY_REFUSALS.idTaken)
  }
  if (entry.amendedBy !== null || entry.retracts) throw amendedAlready(entry)
  const given = { envelope, entry, correction, guard: unamended(ctx, entry.id) }
  try {
    return correction.change === null
      ? await takeEntryBack(ctx, given)
      : await correct(ctx, { ...given, change: correction.change, shelf })
  } catch (error) {
    if (isUniqueViolation(error)) {
      if (await isOwn(ctx, id)) return { status: 'already', id }
      throw await amendedMeanwhile(ctx, entry.id, error)
    }
    throw error
  }
}

/** Corrections of one entry that one account may make; each is read on its own. */
const MOST_IN_A_ROW = 50

/**
 * The entry that a correction is of, as its account left it: who corrects twice without signal knows no
 * more of it than its first id. What somebody else has amended since stays theirs, and is told. Null
 * where it has not arrived.
 */
async function ownLatest(
  ctx: VerbContext,
  { entryId, id }: { readonly entryId: string; readonly id: string },
): Promise<DiaryEntryDetail | null> {
  let entry = await readDiaryEntry(ctx.db, entryId)
  for (let step = 0; step < MOST_IN_A_ROW; step++) {
    const by = entry?.amendedBy ?? null
    if (by === null || by.id === id || by.retracts === 1 || !(await isOwn(ctx, by.id))) break
    entry = await readDiaryEntry(ctx.db, by.id)
  }
  return entry
}

/**
 * A correction to what stands already. A device that cannot know is done with it; on a page, whoever
 * presses save is told that nothing differs.
 */
async function saidAlready(
  ctx: VerbContext,
  { envelope, before }: { readonly envelope: Envelope; readonly before: DiaryEntryDetail },
): Promise<Recorded> {
  if (envelope.via === 'portal') throw conflict(DIARY_REFUSALS.same)
  const target = targetOf(before)
  const { id } = await doneAlready(ctx, { may: 'diary.write', target, receipt: { id: before.id } })
  return { status: 'stored', id, waiting: null, findings: [] }
}

type Given = {
  readonly envelope: Envelope
  readonly entry: DiaryEntryDetail
  readonly correction: ParsedCorrection
  readonly guard: Guard
}

async function correct(
  ctx: VerbContext,
  given: Given & {
    readonly change: NonNullable<ParsedCorrection['change']>
    readonly shelf: PhotoShelf
  },
): Promise<Recorded> {
  const { envelope, entry: before, correction, guard, change, shelf } = given
  const { siteId, kind } = before
  const [had, households] = await Promise.all([
    readEntryPhotos(ctx.db, before.id),
    readEntryHouseholds(ctx.db, before.id),
  ])
  const occurredOn = dayOf({ happenedOn: change.occurredOn ?? before.occurredOn })
  const { values, spoken, confirm } = change
  const reading = parseEntryBody(isDiaryKind(kind) ? kind : 'other', {
    ...{ siteId, values, spoken, confirm, onBehalfOf: before.onBehalfOf },
    householdIds: change.householdIds ?? households.map((each) => each.id),
    photos: change.photos ?? had.map(({ sha256 }) => sha256),
    seasonId: before.seasonId,
  })
  if (!reading.ok) throw invalidInput(reading.faults)
  const { entry, questions } = reading
  const isSaid = isSame(before, {
    ...{ ...entry, occurredOn, had },
    households: households.map((each) => each.id),
  })
  if (isSaid) return saidAlready(ctx, { envelope, before })
  const prepared = await prepareEntry(ctx, {
    ...{ id: envelope.id, entry, occurredOn, questions, shelf },
    amends: { id: before.id, photos: had, households },
  })
  if (prepared === null) return { status: 'later', missing: 'photo' }
  const known = knownAs(ctx, { id: envelope.id, prepared })
  if (known !== null) return known
  const { batchId, declaredByRole, declaredByName } = before
  return storeEntry(ctx, {
    ...{ envelope, entry, occurredOn, prepared },
    amends: {
      ...{ id: before.id, occurredOn: before.occurredOn, batchId, reason: correction.reason },
      ...{ declaredByRole, declaredByName, guard },
    },
  })
}

function isSame(
  before: DiaryEntryDetail,
  after: {
    readonly occurredOn: string
    readonly values: unknown
    readonly householdIds: readonly string[]
    readonly photos: readonly string[]
    readonly had: readonly EntryPhoto[]
    readonly households: readonly string[]
  },
): boolean {
  const said = (parts: readonly unknown[]) => JSON.stringify(parts)
  return (
    before.entered !== null &&
    said([before.occurredOn, before.entered, after.households, after.had.map((p) => p.sha256)]) ===
      said([after.occurredOn, after.values, after.householdIds, after.photos])
  )
}

function unamended(ctx: VerbContext, entryId: string): Guard {
  return {
    holds: isUnamendedEntry(entryId),
    refusal: async () => amendedAlready(await readDiaryEntry(ctx.db, entryId)),
  }
}

async function amendedMeanwhile(ctx: VerbContext, entryId: string, error: unknown) {
  const entry = await readDiaryEntry(ctx.db, entryId)
  return entry === null || entry.amendedBy === null ? error : amendedAlready(entry)
}

function amendedAlready(entry: DiaryEntryDetail | null) {
  const by = entry?.amendedBy ?? null
  if (entry?.retracts || by?.retracts === 1) return conflict(DIARY_REFUSALS.takenBack)
  if (by === null) return conflict(DIARY_REFUSALS.amended)
  const existing = { id: by.id, href: `/api/v1/diary/${by.id}` }
  return alreadyExists({ text: DIARY_REFUSALS.amended, existing })
}

function isOwn(ctx: VerbContext, id: string): Promise<boolean> {
  return isRecordedBy(ctx.db, { id, writtenBy: actorText(ctx.actor) })
}
