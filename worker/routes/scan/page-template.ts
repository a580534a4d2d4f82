import { cutAtSlots, type SlotName } from '../../../site/page-models.ts'
import { contentSecurityPolicy, SCAN_HEADERS, SECURITY_HEADERS } from '../../http/headers.ts'
import { escapeMarkup } from '../../lib/text/escape-markup.ts'
import type { Language } from '../../lib/text/local-text.ts'
import type { RenderedPage } from '../../platform/page-renderer.ts'

/** A page rendered once and cut where labels differ, as bytes: filling it copies and renders nothing. */
export type PageTemplate = {
  readonly parts: readonly Uint8Array[]
  readonly names: readonly SlotName[]
  readonly headers: Headers
  /** Bytes of all parts together. */
  readonly length: number
}

const ENCODER = new TextEncoder()

/** Cuts a page rendered with `SLOT_MARKERS`, and fixes the headers it is sent with. */
export function toTemplate(page: RenderedPage, language: Language): PageTemplate {
  const cut = cutAtSlots(page.html)
  const parts = cut.texts.map((text) => ENCODER.encode(text))
  return {
    parts,
    names: cut.names,
    length: parts.reduce((sum, part) => sum + part.length, 0),
    headers: new Headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': contentSecurityPolicy(page.styleHash),
      ...SECURITY_HEADERS,
      ...SCAN_HEADERS,
    }),
  }
}

/** The kept parts with the label's texts between them, in one buffer. */
export function fillTemplate(
  template: PageTemplate,
  texts: readonly string[],
): Uint8Array<ArrayBuffer> {
  const { parts } = template
  // All texts are encoded in one call and told apart by a byte that no text contains.
  const encoded = ENCODER.encode(escapeMarkup(texts.join('\0')))
  const body = new Uint8Array(template.length + encoded.length - Math.max(0, texts.length - 1))
  let at = 0
  let from = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    if (part !== undefined) body.set(part, at)
    at += part?.length ?? 0
    if (i >= texts.length) continue
    const end = i === texts.length - 1 ? encoded.length : encoded.indexOf(0, from)
    body.set(encoded.subarray(from, end), at)
    at += end - from
    from = end + 1
  }
  return body
}
