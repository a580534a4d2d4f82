import { cutAtSlots, type SlotName } from '../../../site/page-models.ts'
import { contentSecurityPolicy, SCAN_HEADERS, SECURITY_HEADERS } from '../../http/headers.ts'
import type { Language } from '../../lib/text/local-text.ts'
import type { RenderedPage } from '../../platform/page-renderer.ts'
import { createUtf8Writer } from './utf8-writer.ts'

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

const writer = createUtf8Writer()
const ends: number[] = []

/** The kept parts with the label's texts between them, in one buffer. */
export function fillTemplate(
  template: PageTemplate,
  texts: readonly string[],
): Uint8Array<ArrayBuffer> {
  const { parts } = template
  writer.clear()
  for (let i = 0; i < texts.length; i++) {
    writer.writeEscaped(texts[i] ?? '')
    ends[i] = writer.length()
  }
  const body = new Uint8Array(template.length + writer.length())
  let at = 0
  let from = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    if (part !== undefined) body.set(part, at)
    at += part?.length ?? 0
    if (i >= texts.length) continue
    const to = ends[i] ?? from
    body.set(writer.view(from, to), at)
    at += to - from
    from = to
  }
  return body
}
