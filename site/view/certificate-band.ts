import { CERTIFICATE_COPY } from '../../worker/copy/certificate.ts'
import { COPY_HEADLINE } from '../../worker/copy/copies.ts'
import { fill } from '../../worker/copy/fill.ts'
import { type BandKind, HEADLINE_NOTES, HEADLINES, STOP_CAUSES } from '../../worker/copy/status.ts'
import type { Verdict } from '../../worker/domain/standing/provenance.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

const ACTIONS = { clear: 'clearAction', notice: 'noticeAction', stop: 'stopAction' } as const

type Standing = keyof typeof ACTIONS

/** The headline of a band: a certificate speaks of its code, a label of the goods. */
export function bandHeadline(
  verdict: Verdict,
  band: BandKind,
  { issuer, lang }: { readonly issuer: string; readonly lang: Language },
): string {
  const standing = certificateStandingOf(verdict, band)
  if (standing !== null) return CERTIFICATE_COPY[standing][lang]
  const first = verdict.reasons[0]?.code ?? ''
  if (band === 'notice' && first === 'copy_suspected') return COPY_HEADLINE[lang]
  const headline = fill(HEADLINES[band][lang], { issuer })
  const cause = band === 'stop' ? STOP_CAUSES[first]?.[lang] : undefined
  if (cause === undefined) return headline
  return `${cause}${lang === 'zh' ? '' : ' '}${headline}`
}

/** Who issued a paper or label without warnings. */
export function issuedByLine(verdict: Verdict, issuer: string, lang: Language): string {
  const words = isCertificate(verdict) ? CERTIFICATE_COPY : HEADLINE_NOTES
  return fill(words.issuedBy[lang], { issuer })
}

/** What to do with a certificate; null for everything else. */
export function certificateAction(verdict: Verdict, band: BandKind, lang: Language): string | null {
  const standing = certificateStandingOf(verdict, band)
  return standing === null ? null : CERTIFICATE_COPY[ACTIONS[standing]][lang]
}

function certificateStandingOf(verdict: Verdict, band: BandKind): Standing | null {
  return isCertificate(verdict) && band in ACTIONS ? (band as Standing) : null
}

function isCertificate({ label }: Verdict): boolean {
  return label?.profile === 'certificate'
}
