import { fill } from '../../worker/copy/fill.ts'
import { SCAN_COPY as W } from '../../worker/copy/scan.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { IssuerView } from '../models/public-common.ts'
import { telHref } from './links.ts'

export type ContactLink = { readonly href: string; readonly text: string }

/** Calls the issuer; null when it has published no number. */
export function callLink({ hotline }: IssuerView, lang: Language): ContactLink | null {
  if (hotline === null) return null
  return { href: telHref(hotline), text: fill(W.call[lang], { phone: hotline }) }
}

/** Reports to the issuer; null when there is no place to report. */
export function reportLink({ reportUrl }: IssuerView, lang: Language): ContactLink | null {
  return reportUrl === null ? null : { href: reportUrl, text: W.report[lang] }
}

/**
 * The link that goes with an action: the wanted contact, or the one the issuer has. Scanning again
 * needs no link, and where the code cannot be scanned the page has a form to type it.
 */
export function contactLink(
  contact: 'hotline' | 'report' | 'rescan' | null,
  issuer: IssuerView,
  lang: Language,
): ContactLink | null {
  const call = callLink(issuer, lang)
  const report = reportLink(issuer, lang)
  switch (contact) {
    case 'hotline':
      return call ?? report
    case 'report':
      return report ?? call
    case 'rescan':
    case null:
      return null
  }
}
