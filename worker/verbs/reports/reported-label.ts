import { readTypedRef } from '../../domain/label/ref.ts'
import type { ReportedVerdict } from '../../domain/reports/reported-verdict.ts'
import type { Provenance } from '../../domain/standing/provenance.ts'
import type { Resolution, ScanDeps } from '../scan/resolution.ts'
import { resolveTypedRef } from '../scan/resolve.ts'
import { resolveText } from '../scan/resolve-text.ts'

/** The label a report is about, judged at that moment. */
export type ReportedLabel = {
  readonly text: string
  /** Null where it could not be judged: the database did not answer. */
  readonly verdict: ReportedVerdict | null
  /** Tells one label from another, however its address was written. */
  readonly key: string
  readonly ref: string | null
  /** Of a printed certificate of a code. */
  readonly code: string | null
  readonly serial: number | null
  readonly batch: Pick<Provenance, 'lot' | 'product' | 'producer'> | null
}

const LONGEST = 2_000

/** Reads and judges what came with a report: a label's text or path, or a typed batch code. */
export async function readReportedLabel(
  deps: ScanDeps & { readonly ownHosts: ReadonlySet<string> },
  typed: string,
): Promise<ReportedLabel | null> {
  const text = typed.trim().slice(0, LONGEST)
  if (text === '') return null
  const ref = readTypedRef(text)
  try {
    const found = ref === null ? await resolveText(deps, text) : await resolveTypedRef(deps, ref)
    return found === null ? unread(text) : labelOf(found, text)
  } catch {
    // A report is taken all the same: what the label says is found out later.
    return unread(text)
  }
}

function unread(text: string): ReportedLabel {
  const none = { verdict: null, ref: null, code: null, serial: null, batch: null }
  return { text, key: `text ${text}`, ...none }
}

function labelOf(found: Resolution, text: string): ReportedLabel {
  switch (found.kind) {
    case 'not_genuine': {
      const { authenticity, reason } = found
      return { ...unread(text), verdict: { authenticity, standing: null, reasons: [reason.code] } }
    }
    case 'certificate':
      return {
        ...unread(text),
        verdict: verdictOf(found),
        key: found.label.subjectText,
        code: found.code,
      }
    case 'batch': {
      const { label, facts } = found
      const { ref, lot, product, producer } = facts.document.provenance
      const serial = label !== null && 'serial' in label.subject ? label.subject.serial : null
      return {
        ...{ text, verdict: verdictOf(found), ref, code: null, serial },
        key: label?.subjectText ?? `ref ${ref}`,
        batch: { lot, product, producer },
      }
    }
  }
}

function verdictOf(found: Exclude<Resolution, { kind: 'not_genuine' }>): ReportedVerdict {
  const { label, decision } = found
  return {
    authenticity: label === null ? null : 'genuine',
    standing: label === null ? null : decision.standing,
    reasons: decision.reasons.map(({ code }) => code),
  }
}
