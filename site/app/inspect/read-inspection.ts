import { MINUTES_FAULTS as F } from '../../../worker/copy/inspection-faults.ts'
import { compileForm } from '../../../worker/domain/inspections/form/compile-form.ts'
import {
  type MinutesReading,
  readMinutes,
} from '../../../worker/domain/inspections/read-minutes.ts'
import { withRules } from '../../../worker/domain/inspections/rules/with-rules.ts'
import { isDrawn } from '../../../worker/domain/inspections/signature.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { InspectionDraft } from './inspection-draft.ts'

/** Stands for a photo that has no hash yet: as long as one, and each another. */
const standIn = (_: unknown, at: number): string => at.toString(16).padStart(64, '0')

/** Reads minutes; null before a form is chosen. `hashes` are those of its photos, by question. */
export function readInspection(
  draft: InspectionDraft,
  hashes: (question: string) => readonly string[] = (question) =>
    (draft.photos[question] ?? []).map(standIn),
): MinutesReading | null {
  const compiling =
    draft.form === null ? null : compileForm(withRules(draft.form.form, draft.rules ?? null))
  if (compiling === null || !compiling.ok) return null
  const reading = readMinutes(compiling.compiled, draft, hashes)
  return { ...reading, faults: new Map([...reading.faults, ...partyFaults(draft)]) }
}

function partyFaults(draft: InspectionDraft): [string, LocalText][] {
  const { inspector, holder, siteId, code, followUps, proposal } = draft
  const faults: [string, LocalText][] = []
  if (siteId === null && code.trim() === '') faults.push(['siteId', F.noSite])
  if (inspector.name.trim() === '') faults.push(['inspector.name', F.noName])
  if (holder.name.trim() === '') faults.push(['holder.name', F.noName])
  if (!isDrawn(inspector.signature)) faults.push(['inspector.signature', F.noSignature])
  if (!isDrawn(holder.signature) && holder.whyUnsigned.trim() === '') {
    faults.push(['holder.signature', F.noWhyUnsigned])
  }
  for (const [id, { mended, text }] of Object.entries(followUps)) {
    if (mended !== null && text.trim() === '') faults.push([`followUps.${id}`, F.noText])
  }
  if (proposal !== null && proposal.reason.trim() === '') faults.push(['proposal', F.noText])
  return faults
}
