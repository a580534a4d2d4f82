import { takesRules } from '../../../worker/domain/inspections/rules/with-rules.ts'
import { isDrawn } from '../../../worker/domain/inspections/signature.ts'
import type { AddOutcome, RecordBody } from '../outbox/add-record.ts'
import type { MendOutcome } from '../outbox/mend-record.ts'
import type { App } from '../state/app-context.ts'
import type { InspectionDraft } from './inspection-draft.ts'
import { readInspection } from './read-inspection.ts'

/**
 * Puts finished minutes into the queue of their account, under the draft's own id, so that they are one;
 * those that were refused are mended there.
 */
export function saveInspection(
  app: App,
  draft: InspectionDraft,
): Promise<AddOutcome | MendOutcome> {
  const questions = Object.entries(draft.photos)
  const outbox = app.outboxOf(draft.accountId)
  const said = {
    happenedOn: draft.on,
    photos: questions.flatMap(([, photos]) => photos),
    body: (hashes: readonly string[]) => bodyOf(draft, hashesByQuestion(questions, hashes)),
  }
  return draft.isFinished === true
    ? outbox.mend(draft.id, { ...said, keep: [] })
    : outbox.add({ ...said, id: draft.id, kind: 'inspection' })
}

function hashesByQuestion(
  questions: readonly (readonly [string, readonly unknown[]])[],
  hashes: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  let at = 0
  return new Map(
    questions.map(([name, photos]) => {
      const from = at
      at += photos.length
      // The same picture taken twice is one photo.
      return [name, [...new Set(hashes.slice(from, at))]]
    }),
  )
}

function bodyOf(
  draft: InspectionDraft,
  hashes: ReadonlyMap<string, readonly string[]>,
): RecordBody {
  const reading = readInspection(draft, (question) => hashes.get(question) ?? [])
  if (reading === null || draft.form === null) throw new Error('minutes without a form')
  const { siteId, visitId, code, kind, outcome, conclusion, proposal, place, inspector, holder } =
    draft
  const followUps = Object.entries(draft.followUps).flatMap(
    ([findingId, { mended, text, dueOn }]) =>
      mended === null
        ? []
        : [{ findingId, mended, text: text.trim(), ...(mended || dueOn === '' ? {} : { dueOn }) }],
  )
  return {
    ...(takesRules(draft.form.form) ? { rules: draft.rules ?? null } : {}),
    ...{ formVersionId: draft.form.id, siteId, visitId, kind, outcome, place },
    code: code === '' ? null : code,
    conclusion: conclusion.trim() === '' ? null : conclusion.trim(),
    answers: reading.answers,
    findings: reading.findings,
    followUps,
    proposal: outcome === 'passed' ? null : proposal,
    inspector,
    holder: isDrawn(holder.signature)
      ? { ...holder, whyUnsigned: null }
      : { ...holder, signature: null },
  }
}
