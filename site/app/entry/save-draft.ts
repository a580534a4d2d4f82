import type { AddOutcome, RecordBody } from '../outbox/add-record.ts'
import type { MendOutcome } from '../outbox/mend-record.ts'
import type { App } from '../state/app-context.ts'
import type { Draft } from './draft.ts'
import { correctionBodyOf, entryBodyOf } from './read-draft.ts'

/** Puts what a form says into the queue of its account; under the draft's own id, so that it is one. */
export function saveDraft(app: App, draft: Draft): Promise<AddOutcome | MendOutcome> {
  const outbox = app.outboxOf(draft.accountId)
  const { aim, photos, occurredOn } = draft
  switch (aim.does) {
    case 'new':
      return outbox.add({
        ...{ id: draft.id, kind: 'diary_entry', happenedOn: occurredOn, photos },
        body: (hashes) => entryBodyOf(draft, hashes),
      })
    case 'correct':
      return outbox.add({
        ...{ id: draft.id, kind: 'diary_correction', happenedOn: occurredOn, photos },
        body: (hashes) => correctionBodyOf({ ...draft, aim }, hashes),
      })
    case 'mend':
      return outbox.mend(aim.recordId, {
        ...{ photos, happenedOn: occurredOn, keep: draft.keptPhotos },
        body: (hashes) => mendedBody(draft, hashes),
      })
  }
}

/** Those kept stand among `hashes` already. */
function mendedBody(draft: Draft, hashes: readonly string[]): RecordBody {
  return entryBodyOf({ ...draft, keptPhotos: [] }, hashes)
}
