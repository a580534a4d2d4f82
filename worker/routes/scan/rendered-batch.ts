import { LRUCache } from 'lru-cache'
import { cutAtSlots, SLOT_MARKERS, type SlotName } from '../../../site/page-models.ts'
import { labelPath } from '../../domain/label/parse-label.ts'
import type { Language } from '../../domain/text.ts'
import { formatAt } from '../../domain/words/format.ts'
import { scanSentence, serialSentence } from '../../domain/words/scan-sentences.ts'
import { contentSecurityPolicy, SCAN_HEADERS, SECURITY_HEADERS } from '../../http/headers.ts'
import type { PageRenderer } from '../../platform/page-renderer.ts'
import { provenanceOn } from '../../verbs/scan/provenance-view.ts'
import type { Resolution } from '../../verbs/scan/resolve.ts'
import { toVerdict } from '../../verbs/scan/verdict.ts'

export type BatchResolution = Extract<Resolution, { kind: 'batch' }>

/** A page rendered once for all labels of a batch in one standing, cut where labels differ. */
type Template = {
  readonly parts: readonly Uint8Array[]
  readonly names: readonly SlotName[]
  readonly headers: Headers
}

const ENCODER = new TextEncoder()
const templates = new LRUCache<string, Template>({ maxSize: 24 * 1024 * 1024 })
const documents = new LRUCache<string, string>({ maxSize: 12 * 1024 * 1024 })

/**
 * The page of one label. Rendering costs as much as four signatures, so the HTML is kept for as
 * long as nothing in it changes (facts, day, reasons, language) and only filled per label.
 */
export async function batchPage(input: {
  resolution: BatchResolution
  language: Language
  pages: PageRenderer
  issuerName: string
}): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Headers }> {
  const key = `${input.language}|${stateKey(input.resolution)}`
  let template = templates.get(key)
  if (template === undefined) {
    template = await renderTemplate(input)
    const bytes = template.parts.reduce((sum, part) => sum + part.length, 0)
    templates.set(key, template, { size: bytes + 2_000 })
  }
  const body = fill(template, (name) => slotText(name, input.resolution, input.language))
  return { body, headers: template.headers }
}

/** The batch's part of the verdict as JSON text, the same for every label of it, kept likewise. */
export function batchJson({ facts, today }: BatchResolution): string {
  const key = `${facts.version}|${today}`
  let json = documents.get(key)
  if (json === undefined) {
    json = JSON.stringify(provenanceOn(facts, today))
    documents.set(key, json, { size: json.length * 2 })
  }
  return json
}

/** Everything that decides the page besides the label's own texts. */
function stateKey(resolution: BatchResolution): string {
  const { facts, today, decision, stale, label } = resolution
  let key = `${facts.version}|${today}|${stale}|${label?.subject.profile ?? ''}`
  if (label !== null && serialOf(resolution) === 0) key += '|whole'
  for (const reason of decision.reasons) {
    // The text too: two ranges recalled at once may quote different documents.
    key += `|${reason.code},${reason.since},${reason.market},${reason.recordedAt},${reason.text.vi}`
  }
  return key
}

async function renderTemplate(input: {
  resolution: BatchResolution
  language: Language
  pages: PageRenderer
  issuerName: string
}): Promise<Template> {
  const { resolution } = input
  const { document } = resolution.facts
  const page = await input.pages.render({
    kind: 'scan',
    lang: input.language,
    verdict: toVerdict(resolution),
    typed: resolution.label === null,
    demo: document.demo,
    issuer: { name: input.issuerName, hotline: document.hotline, reportUrl: null },
    slots: SLOT_MARKERS,
  })
  const cut = cutAtSlots(page.html)
  return {
    parts: cut.texts.map((text) => ENCODER.encode(text)),
    names: cut.names,
    headers: new Headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': input.language,
      'content-security-policy': contentSecurityPolicy(page.styleHash),
      ...SECURITY_HEADERS,
      ...SCAN_HEADERS,
    }),
  }
}

/** One of the label's own texts; made only where the page shows it. */
function slotText(name: SlotName, resolution: BatchResolution, language: Language): string {
  const serial = serialOf(resolution)
  switch (name) {
    case 'serial':
      return serialSentence(serial, language)
    case 'kid':
      return resolution.label?.kid ?? ''
    case 'jws':
      return resolution.jws ?? ''
    case 'sigUrl':
      return resolution.label === null ? '' : labelPath(resolution.label)
    case 'scans':
      return scanSentence({ scans: resolution.scans, serial }, language)
    case 'checkedAt':
      return formatAt(resolution.checkedAt, language)
    case 'asOf':
      return formatAt(resolution.asOf, language)
  }
}

function serialOf({ label }: BatchResolution): number | null {
  return label !== null && 'serial' in label.subject ? label.subject.serial : null
}

function fill(template: Template, textOf: (name: SlotName) => string): Uint8Array<ArrayBuffer> {
  const { parts, names } = template
  const texts = names.map((name) => ENCODER.encode(escapeHtml(textOf(name))))
  let length = 0
  for (const part of parts) length += part.length
  for (const text of texts) length += text.length
  const body = new Uint8Array(length)
  let at = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    const text = texts[i]
    if (part !== undefined) body.set(part, at)
    at += part?.length ?? 0
    if (text !== undefined) body.set(text, at)
    at += text?.length ?? 0
  }
  return body
}

function escapeHtml(text: string): string {
  return /[&<>]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : text
}
