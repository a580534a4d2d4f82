import { MINUTES_FAULTS as F, INSPECTION_FAULTS } from '../../copy/inspection-faults.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { isOfRecords } from '../../lib/time/parse-vietnamese-date.ts'
import type { CompiledForm } from './form/compile-form.ts'
import { type InspectionKind, PROPOSAL_REASONS } from './kinds.ts'
import {
  dayOf,
  type KeyedFinding,
  type MinutesStep,
  type PageTexts,
  signatureOf,
  typedOfPage,
} from './page-texts.ts'
import { type MinutesReading, readMinutes, type TypedFinding } from './read-minutes.ts'
import { isDrawn, type Signature } from './signature.ts'

/** Photos by the question that shows them; `scans` of the sheet that was signed by hand. */
export type PagePhotos = Readonly<Record<string, readonly string[]>>

export type PageFollowUp = {
  readonly findingId: string
  readonly mended: boolean
  readonly text: string
  /** Another day for what is not mended; null to leave it. */
  readonly dueOn: string | null
}

export type PageProposal = {
  readonly reasonCode: (typeof PROPOSAL_REASONS)[number]
  readonly reason: string
}

/** What pages of minutes say so far; faults by the names of their fields. */
export type PageReading = Omit<MinutesReading, 'findings'> & {
  readonly on: string
  readonly findings: readonly KeyedFinding[]
  readonly followUps: readonly PageFollowUp[]
  readonly proposal: PageProposal | null
  readonly signatures: { readonly inspector: Signature; readonly holder: Signature }
}

/**
 * Reads the pages of minutes as those of a device are read, and what a device sees to by itself: days that
 * are days and not to come, names, and that it is signed, here or on paper.
 */
export function readPage(
  compiled: CompiledForm,
  given: {
    readonly kind: InspectionKind
    readonly texts: PageTexts
    readonly photos: PagePhotos
    /** Findings of before that wait at the place. */
    readonly waiting: readonly string[]
    readonly today: string
  },
): PageReading {
  const { texts, photos, waiting, today } = given
  const typed = typedOfPage(compiled, given)
  const reading = readMinutes(compiled, typed, (name) => photos[`answers.${name}`] ?? [])
  const keys = new Map<TypedFinding, string>(typed.findings.map((each) => [each, each.key]))
  const findings = reading.findings.map((each) => ({
    ...each,
    key: keys.get(each) ?? each.question ?? '',
  }))
  const followUps = waiting.flatMap((id) => followUpOf(texts, id))
  const proposal = proposalOf(texts)
  const signatures = {
    inspector: signatureOf(texts['inspector.signature'] ?? ''),
    holder: signatureOf(texts['holder.signature'] ?? ''),
  }
  const faults = new Map([
    ...dayFaults(typed.on, today),
    ...[...reading.faults].map(([path, text]) => [namedBy(path, findings), text] as const),
    ...findings.flatMap(({ key, dueOn }) => unlessDay(`finding.${key}.dueOn`, dueOn)),
    ...followUps.flatMap(followUpFaults),
    ...(proposal?.reason === '' ? [['proposal.reason', F.noText] as const] : []),
    ...partyFaults({ texts, photos, signatures }),
  ])
  return { ...reading, on: typed.on, findings, followUps, proposal, signatures, faults }
}

/** The page on which a field stands. */
export function stepOfField(name: string): MinutesStep {
  if (name === 'on' || name.startsWith('answers.')) return 'ask'
  return /^(?:inspector|holder|scans)\b/.test(name) ? 'sign' : 'findings'
}

/** `findings.0.text` as the field of a page is called. */
function namedBy(path: string, findings: readonly KeyedFinding[]): string {
  const [, at, field] = /^findings\.(\d+)\.(\w+)$/.exec(path) ?? []
  return at === undefined ? path : `finding.${findings[Number(at)]?.key}.${field}`
}

function followUpOf(texts: PageTexts, findingId: string): PageFollowUp[] {
  const said = (field: string) => (texts[`followUps.${findingId}.${field}`] ?? '').trim()
  const mended = said('mended')
  if (mended !== 'yes' && mended !== 'no') return []
  const dueOn = mended === 'no' ? dayOf(said('dueOn')) : ''
  return [
    { findingId, mended: mended === 'yes', text: said('text'), dueOn: dueOn === '' ? null : dueOn },
  ]
}

function followUpFaults({ findingId, text, dueOn }: PageFollowUp): [string, LocalText][] {
  return [
    ...(text === '' ? [[`followUps.${findingId}.text`, F.noText] as [string, LocalText]] : []),
    ...(dueOn === null ? [] : unlessDay(`followUps.${findingId}.dueOn`, dueOn)),
  ]
}

function proposalOf(texts: PageTexts): PageProposal | null {
  const reasonCode = PROPOSAL_REASONS.find((each) => each === texts['proposal.reasonCode'])
  if (reasonCode === undefined || texts['outcome'] === 'passed') return null
  return { reasonCode, reason: (texts['proposal.reason'] ?? '').trim() }
}

function dayFaults(on: string, today: string): [string, LocalText][] {
  const faults = unlessDay('on', on)
  return faults.length === 0 && on > today ? [['on', F.dayToCome]] : faults
}

function unlessDay(path: string, text: string): [string, LocalText][] {
  const isDay = toCalendarDate(text) !== null && isOfRecords(text)
  return isDay ? [] : [[path, INSPECTION_FAULTS.unreadable.date]]
}

function partyFaults(of: {
  readonly texts: PageTexts
  readonly photos: PagePhotos
  readonly signatures: PageReading['signatures']
}): [string, LocalText][] {
  const { texts, photos, signatures } = of
  const isBlank = (name: string) => (texts[name] ?? '').trim() === ''
  const isOnPaper = (photos['scans'] ?? []).length > 0
  const faults: [string, LocalText][] = []
  for (const name of ['inspector.name', 'holder.name']) {
    if (isBlank(name)) faults.push([name, F.noName])
  }
  if (isOnPaper) return faults
  if (!isDrawn(signatures.inspector)) faults.push(['scans', F.noSheet])
  if (!isDrawn(signatures.holder) && isBlank('holder.whyUnsigned')) {
    faults.push(['holder.whyUnsigned', F.noWhyUnsigned])
  }
  return faults
}
