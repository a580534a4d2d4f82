import { INSPECTION_FAULTS } from '../../copy/inspection-faults.ts'
import { parseDecimal } from '../../lib/measure/parse-decimal.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { isOfRecords } from '../../lib/time/parse-vietnamese-date.ts'
import type { FindingSeverity } from '../findings/kinds.ts'
import type { Point } from './answers.ts'
import type { CompiledForm } from './form/compile-form.ts'
import { saidIn } from './form/form.ts'
import { type Judgement, judgeAnswers } from './judge-answers.ts'
import { judgeMinutes } from './judge-minutes.ts'
import type { InspectionKind, InspectionOutcome } from './kinds.ts'

/** What was typed as the answer to a question: a number is its text until it is read. */
export type TypedAnswer = string | readonly string[] | Point

export type TypedFinding = {
  /** The question that calls it wrong; null for one that was added. */
  readonly question: string | null
  readonly severity: FindingSeverity
  readonly text: string
  readonly action: string
  readonly dueOn: string
}

/** Minutes as far as they were typed, on a device or on a page. */
export type TypedMinutes = {
  readonly kind: InspectionKind
  /** The day of the inspection. */
  readonly on: string
  readonly answers: Readonly<Record<string, TypedAnswer>>
  readonly findings: readonly TypedFinding[]
  readonly outcome: InspectionOutcome | null
}

/** What minutes say so far, as they will be judged when they are stored. */
export type MinutesReading = {
  readonly compiled: CompiledForm
  readonly judged: Judgement
  /** Answers as they are sent: those of questions that are asked. */
  readonly answers: Readonly<Record<string, unknown>>
  /** Those called wrong first, each with what was written of it, then those added. */
  readonly findings: readonly TypedFinding[]
  readonly faults: ReadonlyMap<string, LocalText>
}

/** To put it right, where nobody said another day. */
const DUE_DAYS = 30

/**
 * Reads what was typed by a form: which questions are asked, what is found wrong by the answers, and what
 * does not fit, by its path. `photosOf` gives the hashes of a question's photos. The same on a device and
 * on a page, so that both ask for the same and neither lets through what is refused later.
 */
export function readMinutes(
  compiled: CompiledForm,
  typed: TypedMinutes,
  photosOf: (question: string) => readonly string[],
): MinutesReading {
  const { kind, on: today, outcome } = typed
  const faults = new Map<string, LocalText>()
  const said = rawAnswers(compiled, { typed, photosOf, faults })
  // What is no longer asked stays with its writer, for it may be asked again, and is not sent.
  const asked = judgeAnswers(compiled, { answers: said, kind, today })
  const names = new Set([...asked.asked].map((at) => compiled.items[at]?.item.name))
  const answers = Object.fromEntries(Object.entries(said).filter(([name]) => names.has(name)))
  const judged = judgeAnswers(compiled, { answers, kind, today })
  const findings = findingsOf(compiled, { typed, judged })
  for (const { name, text } of judged.faults) {
    const path = `answers.${name}`
    if (!faults.has(path)) faults.set(path, text)
  }
  for (const path of faults.keys()) {
    if (path.startsWith('answers.') && !names.has(path.slice(8))) faults.delete(path)
  }
  const minutes = judgeMinutes({ outcome, findings, called: judged.findings, today })
  for (const { path, text } of minutes) if (!faults.has(path)) faults.set(path, text)
  return { compiled, judged, answers, findings, faults }
}

/** A finding with a month to put it right. */
export function newFinding(
  on: string,
  given: Pick<TypedFinding, 'question' | 'severity' | 'text'>,
): TypedFinding {
  const day = isOfRecords(on) ? toCalendarDate(on) : null
  return { ...given, action: '', dueOn: day === null ? on : addDays(day, DUE_DAYS) }
}

function rawAnswers(
  compiled: CompiledForm,
  given: {
    readonly typed: TypedMinutes
    readonly photosOf: (question: string) => readonly string[]
    readonly faults: Map<string, LocalText>
  },
): Record<string, unknown> {
  const { typed, photosOf, faults } = given
  const said: Record<string, unknown> = {}
  for (const { item } of compiled.items) {
    const { name, type } = item
    if (type === 'image') {
      const photos = photosOf(name)
      if (photos.length > 0) said[name] = photos
      continue
    }
    const text = Object.hasOwn(typed.answers, name) ? typed.answers[name] : undefined
    if (text === undefined || text === '' || (Array.isArray(text) && text.length === 0)) continue
    if ((type === 'integer' || type === 'decimal') && typeof text === 'string') {
      const read = parseDecimal(text)
      if (read.ok && read.unit === null) said[name] = Number(read.value)
      else faults.set(`answers.${name}`, INSPECTION_FAULTS.unreadable.decimal)
    } else said[name] = text
  }
  return said
}

function findingsOf(
  compiled: CompiledForm,
  { typed, judged }: { readonly typed: TypedMinutes; readonly judged: Judgement },
): TypedFinding[] {
  const written = new Map(typed.findings.map((each) => [each.question, each]))
  const called = judged.findings.map(({ name, severity }) => {
    const at = compiled.places.get(name) ?? -1
    const label = compiled.items[at]?.item.label ?? {}
    const text = saidIn(label, 'vi')
    return written.get(name) ?? newFinding(typed.on, { question: name, severity, text })
  })
  return [...called, ...typed.findings.filter(({ question }) => question === null)]
}
