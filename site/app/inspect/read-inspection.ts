import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { MINUTES_FAULTS as F } from '../../../worker/copy/inspection-faults.ts'
import {
  type CompiledForm,
  compileForm,
} from '../../../worker/domain/inspections/form/compile-form.ts'
import { saidIn } from '../../../worker/domain/inspections/form/form.ts'
import { type Judgement, judgeAnswers } from '../../../worker/domain/inspections/judge-answers.ts'
import { judgeMinutes } from '../../../worker/domain/inspections/judge-minutes.ts'
import { withRules } from '../../../worker/domain/inspections/rules/with-rules.ts'
import { isDrawn } from '../../../worker/domain/inspections/signature.ts'
import { parseDecimal } from '../../../worker/lib/measure/parse-decimal.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import type { FindingDraft, InspectionDraft } from './inspection-draft.ts'

/** What minutes say so far, read as the server will read them. */
export type InspectionReading = {
  readonly compiled: CompiledForm
  readonly judged: Judgement
  /** Answers as they are sent; photos by whatever stands for their hashes. */
  readonly answers: Readonly<Record<string, unknown>>
  /** Those called wrong first, each with what was written of it, then those added. */
  readonly findings: readonly FindingDraft[]
  readonly faults: ReadonlyMap<string, LocalText>
}

const DUE_DAYS = 30

/** Stands for a photo that has no hash yet: as long as one, and each another. */
const standIn = (_: unknown, at: number): string => at.toString(16).padStart(64, '0')

/** Reads minutes; null before a form is chosen. `hashes` are those of its photos, by question. */
export function readInspection(
  draft: InspectionDraft,
  hashes: (question: string) => readonly string[] = (question) =>
    (draft.photos[question] ?? []).map(standIn),
): InspectionReading | null {
  const compiling =
    draft.form === null ? null : compileForm(withRules(draft.form.form, draft.rules ?? null))
  if (compiling === null || !compiling.ok) return null
  const { compiled } = compiling
  const { kind, on: today, outcome } = draft
  const faults = new Map<string, LocalText>()
  const said = rawAnswers(draft, { compiled, hashes, faults })
  // What is no longer asked stays in the draft, for it may be asked again, and is not sent.
  const asked = judgeAnswers(compiled, { answers: said, kind, today })
  const names = new Set([...asked.asked].map((at) => compiled.items[at]?.item.name))
  const answers = Object.fromEntries(Object.entries(said).filter(([name]) => names.has(name)))
  const judged = judgeAnswers(compiled, { answers, kind, today })
  const findings = findingsOf(draft, { compiled, judged })
  for (const { name, text } of judged.faults) {
    const path = `answers.${name}`
    if (!faults.has(path)) faults.set(path, text)
  }
  for (const path of faults.keys()) {
    if (path.startsWith('answers.') && !names.has(path.slice(8))) faults.delete(path)
  }
  const minutes = judgeMinutes({ outcome, findings, called: judged.findings, today })
  for (const { path, text } of minutes) if (!faults.has(path)) faults.set(path, text)
  for (const [path, text] of partyFaults(draft)) faults.set(path, text)
  return { compiled, judged, answers, findings, faults }
}

function rawAnswers(
  draft: InspectionDraft,
  given: {
    readonly compiled: CompiledForm
    readonly hashes: (question: string) => readonly string[]
    readonly faults: Map<string, LocalText>
  },
): Record<string, unknown> {
  const { compiled, hashes, faults } = given
  const said: Record<string, unknown> = {}
  for (const { item } of compiled.items) {
    const { name, type } = item
    if (type === 'image') {
      const photos = hashes(name)
      if (photos.length > 0) said[name] = photos
      continue
    }
    const typed = draft.answers[name]
    if (typed === undefined || typed === '' || (Array.isArray(typed) && typed.length === 0))
      continue
    if ((type === 'integer' || type === 'decimal') && typeof typed === 'string') {
      const read = parseDecimal(typed)
      if (read.ok && read.unit === null) said[name] = Number(read.value)
      else faults.set(`answers.${name}`, W.notNumber)
    } else said[name] = typed
  }
  return said
}

function findingsOf(
  draft: InspectionDraft,
  { compiled, judged }: { readonly compiled: CompiledForm; readonly judged: Judgement },
): FindingDraft[] {
  const written = new Map(draft.findings.map((each) => [each.question, each]))
  const called = judged.findings.map(({ name, severity }) => {
    const at = compiled.places.get(name) ?? -1
    const label = compiled.items[at]?.item.label ?? {}
    const text = saidIn(label, 'vi')
    return written.get(name) ?? newFinding(draft.on, { question: name, severity, text })
  })
  return [...called, ...draft.findings.filter(({ question }) => question === null)]
}

/** A finding with a month to put it right. */
export function newFinding(
  on: string,
  given: Pick<FindingDraft, 'question' | 'severity' | 'text'>,
): FindingDraft {
  const day = toCalendarDate(on)
  return { ...given, action: '', dueOn: day === null ? on : addDays(day, DUE_DAYS) }
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
