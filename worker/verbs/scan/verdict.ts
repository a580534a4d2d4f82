import type { ParsedLabel } from '../../domain/label/parse-label.ts'
import type { LabelView, Verdict, VerdictReason } from '../../domain/standing/provenance.ts'
import type { Reason, StandingDecision } from '../../domain/standing/types.ts'
import { provenanceOn } from './provenance-view.ts'
import type { Resolution } from './resolution.ts'

/** The verdict as the contract has it. */
export function toVerdict(resolution: Resolution): Verdict {
  const checkedAt = isoInstant(resolution.checkedAt)
  if (resolution.kind === 'not_genuine') {
    return {
      authenticity: resolution.authenticity,
      standing: null,
      markets: [],
      reasons: [toVerdictReason(resolution.reason)],
      label: null,
      jws: null,
      batch: null,
      scans: null,
      checkedAt,
      asOf: checkedAt,
      stale: false,
    }
  }
  if (resolution.kind === 'certificate') return certificateVerdict(resolution)
  const { label, decision, facts, today } = resolution
  return {
    authenticity: label === null ? null : 'genuine',
    standing: label === null ? null : decision.standing,
    markets: decision.markets,
    reasons: decision.reasons.map(toVerdictReason),
    label: label === null ? null : toLabelView(label),
    jws: resolution.jws,
    batch: provenanceOn(facts, today),
    scans: resolution.scans,
    checkedAt,
    asOf: isoInstant(resolution.asOf),
    stale: resolution.stale,
  }
}

/** The code of a certificate stands in the slot of its kind; there is no batch, and no scans are counted. */
function certificateVerdict(resolution: Extract<Resolution, { kind: 'certificate' }>): Verdict {
  const { label, jws, code, slot, decision, checkedAt, asOf, stale } = resolution
  const codes =
    slot === 'growing_area'
      ? { growingAreas: [code], packingHouse: null }
      : { growingAreas: [], packingHouse: code }
  return {
    authenticity: 'genuine',
    standing: decision.standing,
    markets: decision.markets,
    reasons: decision.reasons.map(toVerdictReason),
    label: { ...toLabelView(label), ...codes },
    jws,
    batch: null,
    scans: null,
    checkedAt: isoInstant(checkedAt),
    asOf: isoInstant(asOf),
    stale,
  }
}

/** What comes before the batch's part of a verdict's JSON, by far the longest, and what after it. */
export function verdictJsonAround(resolution: Extract<Resolution, { kind: 'batch' }>): {
  readonly before: string
  readonly after: string
} {
  const { label, jws, scans, decision } = resolution
  const genuine = label === null ? null : '"genuine"'
  const standing = label === null ? null : `"${decision.standing}"`
  // No text in a label or a JWS needs escaping: both are of a narrow grammar.
  const before =
    `{"authenticity":${genuine},"standing":${standing},${decisionJson(decision)},` +
    `"label":${label === null ? null : JSON.stringify(toLabelView(label))},` +
    `"jws":${jws === null ? null : `"${jws}"`},"scans":${JSON.stringify(scans)},` +
    `"checkedAt":"${isoInstant(resolution.checkedAt)}","asOf":"${isoInstant(resolution.asOf)}",` +
    `"stale":${resolution.stale},"batch":`
  return { before, after: '}' }
}

const decisions = new WeakMap<StandingDecision, string>()

/** The same for all labels that are judged alike. */
function decisionJson(decision: StandingDecision): string {
  let json = decisions.get(decision)
  if (json === undefined) {
    const { markets } = decision
    json = JSON.stringify({ markets, reasons: decision.reasons.map(toVerdictReason) }).slice(1, -1)
    decisions.set(decision, json)
  }
  return json
}

function toVerdictReason(reason: Reason): VerdictReason {
  const { code, severity, since, until, market, text } = reason
  const recordedAt = reason.recordedAt === null ? null : isoInstant(reason.recordedAt)
  return { code, severity, since, until, market, recordedAt, text }
}

function toLabelView({ kid, subject }: ParsedLabel): LabelView {
  const none = { growingAreas: [], packingHouse: null, gtin: null }
  switch (subject.profile) {
    case 'compact':
      return { kid, profile: 'compact', batch: subject.ref, serial: subject.serial, ...none }
    case 'full': {
      const { growingAreas, packingHouse, ref, serial } = subject
      return { kid, profile: 'full', batch: ref, serial, growingAreas, packingHouse, gtin: null }
    }
    case 'gs1':
      return {
        kid,
        profile: 'gs1',
        batch: subject.ref,
        serial: subject.serial,
        ...none,
        gtin: subject.gtin,
      }
    case 'certificate':
      return { kid, profile: 'certificate', batch: null, serial: null, ...none }
  }
}

const seconds = new Map<number, string>()
const KEPT_SECONDS = 100

/** ISO 8601 in UTC; the text of a second is kept, because every scan asks for the running one. */
function isoInstant(epochMs: number): string {
  const second = Math.floor(epochMs / 1000)
  let text = seconds.get(second)
  if (text === undefined) {
    text = new Date(second * 1000).toISOString().slice(0, -4)
    if (seconds.size >= KEPT_SECONDS) seconds.clear()
    seconds.set(second, text)
  }
  return `${text}${String(epochMs - second * 1000).padStart(3, '0')}Z`
}
