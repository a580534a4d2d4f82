import { draftIs, saveMinutesDraft } from '../../../db/queries/minutes-drafts.ts'
import { tooLong } from '../../copy/field-faults.ts'
import { INSPECTION_FAULTS } from '../../copy/inspection-faults.ts'
import { LONGEST_ANSWER, MOST_PHOTOS } from '../../domain/inspections/answers.ts'
import { fieldsOfStep } from '../../domain/inspections/page-fields.ts'
import { LONGEST_TEXT, type MinutesStep } from '../../domain/inspections/page-texts.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { invalidField, invalidInput } from '../guard/parse-input.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import { storePhoto } from '../outbox/photos/store-photo.ts'
import { mayPropose } from './may-propose.ts'
import { type OpenedDraft, openDraft, readDraft } from './open-draft.ts'

export type GivenPhotos = Readonly<Record<string, readonly Uint8Array<ArrayBuffer>[]>>

type Sent = {
  readonly step: MinutesStep
  /** As they were typed; of photos the hashes that are kept, a line each. */
  readonly texts: Readonly<Record<string, string>>
  /** What was chosen anew, by the question. */
  readonly files: GivenPhotos
}

/**
 * Keeps what was typed on one page of minutes, fit or not: what is wrong is said when it is read. Throws
 * `conflict` where another window saved it since, and `invalid_input` where a text is far too long or a
 * file is no photo.
 */
export async function saveStep({
  ctx,
  store,
  input,
}: Call<Sent & { readonly id: string }> & { readonly store: FileStore }): Promise<{ id: string }> {
  const opened = await openDraft(ctx, input.id)
  const { row, site } = opened
  if (input.texts['expected'] !== String(row.version)) throw editedMeanwhile()
  const fields = fieldsOfStep(input.step, {
    reading: readDraft(ctx, opened),
    waiting: opened.waiting.map(({ id }) => id),
    mayPropose: mayPropose(ctx, site),
  })
  const texts = typedOf(input.texts, fields.texts)
  const photos = await photosOf(ctx, { store, row, input, names: fields.photos })
  return change(ctx, {
    may: 'inspections.write',
    target: site.target,
    guards: [{ holds: draftIs(row), refusal: editedMeanwhile }],
    statements: [
      saveMinutesDraft(ctx.db, {
        id: row.id,
        set: {
          texts: { ...row.texts, ...texts },
          photos: { ...row.photos, ...photos },
          savedAt: ctx.now(),
        },
      }),
    ],
    // Nothing is said by it yet: the minutes are what the log tells.
    audit: [],
    receipt: { id: row.id },
  })
}

function typedOf(
  typed: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  const long = names.flatMap((name) => {
    const most = name.endsWith('.signature') ? LONGEST_TEXT : LONGEST_ANSWER
    return (typed[name] ?? '').length > most ? [{ path: name, text: tooLong(most) }] : []
  })
  if (long.length > 0) throw invalidInput(long)
  return Object.fromEntries(names.map((name) => [name, mendText(typed[name] ?? '')]))
}

/** Photos that stay, then those that came, each once. */
async function photosOf(
  ctx: VerbContext,
  given: {
    readonly store: FileStore
    readonly row: OpenedDraft['row']
    readonly input: Sent
    readonly names: readonly string[]
  },
): Promise<Record<string, readonly string[]>> {
  const { store, row, input, names } = given
  const photos: Record<string, readonly string[]> = {}
  for (const name of names) {
    const kept = (input.texts[name] ?? '').split('\n')
    const stay = (row.photos[name] ?? []).filter((hash) => kept.includes(hash))
    const files = input.files[name] ?? []
    if (stay.length + files.length > MOST_PHOTOS) {
      throw invalidField(name, INSPECTION_FAULTS.unreadable.image)
    }
    const came: string[] = []
    for (const bytes of files) came.push(await keptPhoto(ctx, { store, name, bytes }))
    photos[name] = [...new Set([...stay, ...came])]
  }
  return photos
}

/** Lies with the photos of the account, like one that a device sent; minutes name it by its hash. */
async function keptPhoto(
  { once: _, ...ctx }: VerbContext,
  given: {
    readonly store: FileStore
    readonly name: string
    readonly bytes: Uint8Array<ArrayBuffer>
  },
): Promise<string> {
  const { store: files, name, bytes } = given
  const sha256 = await sha256Hex(bytes)
  try {
    await storePhoto({ ctx, files, input: { sha256, bytes } })
  } catch (error) {
    if (error instanceof Problem && error.status < 500) throw invalidField(name, error.text)
    throw error
  }
  return sha256
}
