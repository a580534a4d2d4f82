import type { Language } from '../../worker/lib/text/local-text.ts'

/** A path of this site that keeps the reader's language; Vietnamese needs no parameter. */
export function siteHref(path: string, lang: Language): string {
  return lang === 'vi' ? path : `${path}?lang=${lang}`
}

/** The page of a batch by its typed code. */
export function batchHref(ref: string, lang: Language): string {
  return siteHref(`/b/${encodeURIComponent(ref)}`, lang)
}

/** The page of a growing-area or packing-house code. */
export function codeHref(code: string, lang: Language): string {
  return siteHref(`/codes/${encodeURIComponent(code)}`, lang)
}

/** The register, searched; parts left out or empty stay out. */
export function registerHref(asked: Readonly<Record<string, string>>, lang: Language): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  if (lang !== 'vi') query.set('lang', lang)
  const text = query.toString()
  return text === '' ? '/codes' : `/codes?${text}`
}

/** The public page of a product. */
export function productHref(id: string, lang: Language): string {
  return siteHref(`/p/${encodeURIComponent(id)}`, lang)
}

/** The public page of a producer. */
export function organisationHref(id: string, lang: Language): string {
  return siteHref(`/o/${encodeURIComponent(id)}`, lang)
}

/** The public register entry of a code as JSON. */
export function codeDataHref(code: string): string {
  return `/api/v1/codes/${encodeURIComponent(code)}`
}

/** A telephone link: digits and a leading plus only (RFC 3966). */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)\D/g, '')}`
}

/** A batch code in two groups of four, to be read aloud; typed codes may keep the hyphen. */
export function spokenRef(ref: string): string {
  return /^[0-9A-Z]{8}$/.test(ref) ? `${ref.slice(0, 4)}-${ref.slice(4)}` : ref
}
