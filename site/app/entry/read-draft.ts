import { type EntryReading, parseEntryBody } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { RecordBody } from '../outbox/add-record.ts'
import type { Draft } from './draft.ts'
import { isEmptyValue } from './draft-values.ts'

/** What a form says, read as the server will read it. */
export function readDraft(draft: Draft): EntryReading {
  return parseEntryBody(draft.kind, entryBodyOf(draft, []))
}

/** The body of a new entry; `photos` are the hashes of those taken for it. */
export function entryBodyOf(draft: Draft, photos: readonly string[]): RecordBody {
  const { siteId, kind, householdIds, seasonId, onBehalfOf } = draft
  return {
    ...{ siteId, kind, values: valuesOf(draft) },
    ...(householdIds.length === 0 ? {} : { householdIds }),
    ...(seasonId === null ? {} : { seasonId }),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...saidOf(draft, photos),
    ...(draft.spoken.length === 0 ? {} : { spoken: draft.spoken }),
  }
}

/** The body of a correction: the whole entry anew. */
export function correctionBodyOf(
  draft: Draft & { readonly aim: { readonly does: 'correct'; readonly entryId: string } },
  photos: readonly string[],
): RecordBody {
  const { aim, reason, occurredOn, householdIds } = draft
  if (draft.takesBack === true)
    return { entryId: aim.entryId, reason: reason.trim(), takeBack: true }
  return {
    ...{ entryId: aim.entryId, reason: reason.trim(), occurredOn, householdIds },
    values: valuesOf(draft),
    ...saidOf(draft, photos),
  }
}

function saidOf({ keptPhotos, confirm }: Draft, taken: readonly string[]): RecordBody {
  const photos = [...keptPhotos, ...taken]
  return {
    ...(photos.length === 0 ? {} : { photos }),
    ...(confirm.length === 0 ? {} : { confirm }),
  }
}

function valuesOf({ values }: Draft): RecordBody {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmptyValue(value)))
}
