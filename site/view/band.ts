import { fill } from '../../worker/copy/fill.ts'
import { formatOn, vietnamDateOfInstant } from '../../worker/copy/format.ts'
import { REASON_ACTIONS } from '../../worker/copy/reason-actions.ts'
import { SCAN_COPY } from '../../worker/copy/scan.ts'
import { type BandKind, HEADLINE_NOTES } from '../../worker/copy/status.ts'
import type { Verdict, VerdictReason } from '../../worker/domain/standing/provenance.ts'
import { type ReasonActionGroup, reasonAction } from '../../worker/domain/standing/reason-action.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { certificateAction } from './certificate-band.ts'

const RECALLS: ReadonlySet<string> = new Set(['batch_recalled', 'label_recalled'])

/** Which band a verdict gets. A typed code never gets the band of a genuine label. */
export function bandOf(verdict: Verdict, typed: boolean): BandKind {
  const { authenticity } = verdict
  if (authenticity !== null && authenticity !== 'genuine') return authenticity
  if (isStopped(verdict, typed)) {
    if (verdict.reasons.some((reason) => RECALLS.has(reason.code))) return 'recalled'
    return typed ? 'typed_stop' : 'stop'
  }
  if (typed || verdict.standing === null) return 'typed'
  return verdict.standing
}

/** True where a band replaces the cheerful parts of the page. */
export function isPlain(band: BandKind): boolean {
  return band !== 'clear' && band !== 'notice' && band !== 'typed'
}

/** The reasons as the band shows them; what several say in the same words is shown once. */
export function reasonLines(
  reasons: readonly VerdictReason[],
  lang: Language,
): readonly ReturnType<typeof reasonLine>[] {
  const lines = reasons.map((reason) => reasonLine(reason, lang))
  return [...new Map(lines.map((line) => [`${line.text}\n${line.more}`, line])).values()]
}

/** One reason as the band shows it: its sentence, and the days the sentence does not have. */
export function reasonLine(
  reason: VerdictReason,
  lang: Language,
): { readonly text: string; readonly more: string } {
  const more: string[] = []
  const recordedOn = reason.recordedAt === null ? null : vietnamDateOfInstant(reason.recordedAt)
  // A decision that reaches back shows both days: when it took effect and when it was known.
  if (recordedOn !== null && reason.since !== null && recordedOn > reason.since) {
    more.push(fill(SCAN_COPY.recordedOn[lang], { date: formatOn(recordedOn, lang) }))
  }
  if (reason.until !== null) {
    more.push(fill(SCAN_COPY.until[lang], { date: formatOn(reason.until, lang) }))
  }
  return { text: reason.text[lang], more: more.join(lang === 'zh' ? '' : ' ') }
}

/** The one thing to do, in words, and which contact goes with it. */
export function bandAction(
  verdict: Verdict,
  band: BandKind,
  lang: Language,
): { readonly text: string; readonly contact: 'hotline' | 'report' | 'rescan' | null } {
  const certificate = certificateAction(verdict, band, lang)
  if (certificate !== null) {
    return { text: certificate, contact: band === 'clear' ? null : 'hotline' }
  }
  if (band === 'clear') return { text: HEADLINE_NOTES.clearAction[lang], contact: null }
  const group = actionGroup(verdict, band)
  if (group === null) return { text: HEADLINE_NOTES.scanInstead[lang], contact: null }
  const action = REASON_ACTIONS[group]
  return { text: action.text[lang], contact: action.contact }
}

function actionGroup(verdict: Verdict, band: BandKind): ReasonActionGroup | null {
  const [worst] = verdict.reasons
  if (band === 'malformed') return 'rescan'
  if (band === 'altered') return 'scan_the_label'
  if (band === 'recalled') return 'return_goods'
  if (worst === undefined) return band === 'typed' ? null : isPlain(band) ? 'report_label' : null
  return reasonAction({
    code: worst.code,
    severity: worst.severity,
    genuine: band !== 'forged' && band !== 'unknown',
    stopped: isPlain(band),
  })
}

/** A typed code has no standing of its own, so there the reasons and markets decide. */
function isStopped(verdict: Verdict, typed: boolean): boolean {
  if (verdict.standing !== null) return verdict.standing === 'stop'
  if (!typed) return false
  if (verdict.reasons.some((r) => r.severity === 'stop' && r.market === null)) return true
  return verdict.markets.length > 0 && verdict.markets.every((m) => m.standing === 'stop')
}
