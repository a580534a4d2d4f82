import { LRUCache } from 'lru-cache'
import { SLOT_MARKERS, type SlotSource, slotText } from '../../../site/page-models.ts'
import { labelPath } from '../../domain/label/parse-label.ts'
import { type BatchNotice, batchNotices } from '../../domain/standing/batch-notices.ts'
import { decideStanding } from '../../domain/standing/decide-standing.ts'
import type { StandingDecision } from '../../domain/standing/types.ts'
import type { Deps } from '../../http/app-env.ts'
import { issuerOf } from '../../http/issuer-of.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { standingFacts } from '../../verbs/scan/batch-facts.ts'
import { provenanceOn } from '../../verbs/scan/provenance-view.ts'
import type { Resolution } from '../../verbs/scan/resolution.ts'
import { toVerdict, verdictJsonAround } from '../../verbs/scan/verdict.ts'
import { authorityViewAtHand } from '../pages/report/authority-view.ts'
import { fillTemplate, type PageTemplate, toTemplate } from './page-template.ts'
import { createUtf8Writer } from './utf8-writer.ts'

export type BatchResolution = Extract<Resolution, { kind: 'batch' }>

type BatchPageInput = {
  readonly deps: Pick<
    Deps,
    'pages' | 'issuerName' | 'issuerHotline' | 'origin' | 'db' | 'now' | 'cache' | 'waitUntil'
  >
  readonly resolution: BatchResolution
  readonly language: Language
}

/** What is kept for one state of a batch's facts: its pages by language and standing. */
type Views = { readonly today: string; readonly pages: Map<string, PageTemplate>; bytes: number }

const views = new LRUCache<number, Views>({ maxSize: 24 * 1024 * 1024 })
type BatchText = { readonly text: string; readonly bytes: Uint8Array }

const documents = new LRUCache<string, BatchText>({ maxSize: 12 * 1024 * 1024 })
const writer = createUtf8Writer()

/**
 * The page of one label. Rendering costs as much as four signatures, so the HTML is kept for as
 * long as nothing in it changes (facts, day, reasons, language) and only filled per label.
 */
export async function batchPage(
  input: BatchPageInput,
): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Headers }> {
  const { resolution, language } = input
  const kept = viewsOf(resolution)
  const key = stateKey(resolution, language)
  let template = kept.pages.get(key)
  if (template === undefined) {
    const rendered = await renderTemplate(input)
    template = rendered.template
    if (rendered.settled) {
      kept.pages.set(key, template)
      kept.bytes += template.length + 2_000
      views.set(resolution.facts.version, kept, { size: kept.bytes })
    }
  }
  const source = slotSource(resolution)
  const texts = template.names.map((name) => slotText(name, source, language))
  return { body: fillTemplate(template, texts), headers: template.headers }
}

function viewsOf({ facts, today }: BatchResolution): Views {
  const kept = views.get(facts.version)
  return kept !== undefined && kept.today === today ? kept : { today, pages: new Map(), bytes: 500 }
}

/** The batch's part of the verdict as JSON text, the same for every label of it, kept likewise. */
export function batchJson(resolution: BatchResolution): string {
  return documentOf(resolution).text
}

/** The whole verdict as JSON: the batch's part is encoded already. */
export function batchVerdict(resolution: BatchResolution): Uint8Array<ArrayBuffer> {
  const { bytes } = documentOf(resolution)
  const { before, after } = verdictJsonAround(resolution)
  writer.clear()
  writer.write(before)
  const start = writer.length()
  writer.write(after)
  const end = writer.length()
  const body = new Uint8Array(end + bytes.length)
  body.set(writer.view(0, start), 0)
  body.set(bytes, start)
  body.set(writer.view(start, end), start + bytes.length)
  return body
}

function documentOf({ facts, today }: BatchResolution): BatchText {
  const key = `${facts.version}|${today}`
  let document = documents.get(key)
  if (document === undefined) {
    const text = JSON.stringify(provenanceOn(facts, today))
    const bytes = new TextEncoder().encode(text)
    document = { text, bytes }
    documents.set(key, document, { size: text.length * 2 + bytes.length })
  }
  return document
}

/** What decides the page besides the facts, the day and the label's own texts. */
function stateKey(resolution: BatchResolution, language: Language): string {
  const { decision, stale, label, hasPin } = resolution
  const whole = label !== null && serialOf(resolution) === 0 ? 'whole' : 'unit'
  const kind = `${whole}${hasPin ? 'pin' : ''}`
  const of = `${language}${stale ? 'stale' : ''}${kind}${label?.subject.profile ?? ''}`
  // Labels that are judged alike share one decision, so its key is hardly ever put together.
  let keys = stateKeys.get(decision)
  if (keys === undefined) {
    keys = new Map()
    stateKeys.set(decision, keys)
  }
  let key = keys.get(of)
  if (key === undefined) {
    key = of
    for (const reason of decision.reasons) {
      // The text too: two ranges recalled at once may quote different documents.
      key += `|${reason.code},${reason.since},${reason.market},${reason.recordedAt},${reason.text.vi}`
    }
    keys.set(of, key)
  }
  return key
}

const stateKeys = new WeakMap<StandingDecision, Map<string, string>>()

/** `settled` is false where something on the page was not at hand: the next one has it. */
async function renderTemplate(
  input: BatchPageInput,
): Promise<{ readonly template: PageTemplate; readonly settled: boolean }> {
  const { deps, resolution } = input
  const { document } = resolution.facts
  const told = document.told ?? null
  const asked = resolution.stale ? null : told
  const { authority, settled } = asked === null ? NOBODY : authorityViewAtHand(deps, asked.place)
  const page = await deps.pages.render({
    kind: 'scan',
    lang: input.language,
    verdict: toVerdict(resolution),
    typed: resolution.label === null,
    altered: false,
    hasPin: resolution.hasPin,
    demo: document.demo,
    issuer: issuerOf(deps),
    slots: SLOT_MARKERS,
    origin: deps.origin,
    about: {
      netContent: document.pack?.netContent ?? null,
      hotline: document.hotline,
      told,
      authority,
      notices: noticesOf(resolution, authority?.name ?? null),
    },
  })
  return { template: toTemplate(page, input.language), settled }
}

/** Of the batch as a whole: what is wrong with one label is not said of its batch. */
function noticesOf({ facts, today }: BatchResolution, authority: string | null): BatchNotice[] {
  const { reasons } = decideStanding(standingFacts(facts, null), today)
  const { name: producer } = facts.document.provenance.producer
  return batchNotices(reasons, { producer, authority })
}

const NOBODY = { authority: null, settled: true }

function slotSource(resolution: BatchResolution): SlotSource {
  const { label, jws, scans, checkedAt, asOf } = resolution
  return {
    serial: serialOf(resolution),
    kid: label?.kid ?? '',
    jws: jws ?? '',
    path: label === null ? resolution.facts.document.provenance.ref : labelPath(label),
    scans,
    checkedAt,
    asOf,
  }
}

function serialOf({ label }: BatchResolution): number | null {
  return label !== null && 'serial' in label.subject ? label.subject.serial : null
}
