import { SCAN_COPY as W } from '../../worker/copy/scan.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { siteHref } from './links.ts'

export type ContactLink = { readonly href: string; readonly text: string }

/** The form of a report; `label` is what is reported, already percent-encoded. */
export function reportHref(label: string | null, lang: Language): string {
  if (label === null) return siteHref('/report', lang)
  return `/report?label=${label}${lang === 'vi' ? '' : `&lang=${lang}`}`
}

/** Where the PIN of a label is sent; `label` is its path, already percent-encoded. */
export function confirmHref(label: string, lang: Language): string {
  return `/confirm?label=${label}${lang === 'vi' ? '' : `&lang=${lang}`}`
}

/**
 * The link that goes with an action: who is named below where the page names somebody, else the form
 * of a report. Scanning again needs no link, and where the code cannot be scanned the page has a form
 * to type it.
 */
export function contactLink(
  contact: 'hotline' | 'report' | 'rescan' | null,
  page: { readonly report: string; readonly hasContacts: boolean; readonly lang: Language },
): ContactLink | null {
  const { report, hasContacts, lang } = page
  switch (contact) {
    case 'hotline':
      return hasContacts
        ? { href: '#contacts', text: W.contacts[lang] }
        : { href: report, text: W.report[lang] }
    case 'report':
      return { href: report, text: W.report[lang] }
    case 'rescan':
    case null:
      return null
  }
}
