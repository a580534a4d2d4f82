import type { ParsedLabel } from '../../domain/label/parse-label.ts'
import type {
  LabelView,
  Provenance,
  Verdict,
  VerdictReason,
} from '../../domain/standing/provenance.ts'
import type { Reason } from '../../domain/standing/types.ts'
import { provenanceOn } from './provenance-view.ts'
import type { Resolution } from './resolution.ts'

/** The verdict as the contract has it. `provenance` may be handed in where it was made before. */
export function toVerdict(resolution: Resolution, provenance?: Provenance): Verdict {
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
    batch: provenance ?? provenanceOn(facts, today),
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

/**
 * The verdict as JSON, with the batch's part spliced in as text: it is the same for every label of
 * a batch and by far the longest.
 */
export function verdictJson(verdict: Verdict, batchJson: string): string {
  const { batch: _, ...rest } = verdict
  return `${JSON.stringify(rest).slice(0, -1)},"batch":${batchJson}}`
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

/** ISO 8601 in UTC; the text of the running second is kept, because every scan asks for it. */
function isoInstant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
