import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'
import { SLOT_MARKERS, type SlotName } from '../../../site/page-models.ts'
import { formatAt } from '../../copy/format.ts'
import { isAlteredLabel, parseLabelPath } from '../../domain/label/parse-label.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import { malformed } from '../../domain/standing/decide-authenticity.ts'
import { carriesSession } from '../../http/accounts/session-cookie.ts'
import type { Deps } from '../../http/app-env.ts'
import { OPEN_TO_SCRIPTS } from '../../http/cross-origin.ts'
import { contentSecurityPolicy, SCAN_HEADERS, SECURITY_HEADERS } from '../../http/headers.ts'
import { issuerOf } from '../../http/issuer-of.ts'
import { preferredFormat, preferredLanguage, queryParameter } from '../../http/negotiate.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { networkOf } from '../../platform/client-address.ts'
import type { Resolution } from '../../verbs/scan/resolution.ts'
import { resolveLabel } from '../../verbs/scan/resolve.ts'
import { toVerdict } from '../../verbs/scan/verdict.ts'
import { fillTemplate, type PageTemplate, toTemplate } from './page-template.ts'
import { type BatchResolution, batchPage, batchVerdict } from './rendered-batch.ts'

const STATUS = { genuine: 200, forged: 404, unknown: 404, malformed: 400 } as const

/** Answers `GET /{SIG}/{SUBJECT}`: anyone may call it. `path` is the raw path with its query. */
export async function answerLabel(input: {
  deps: Deps
  request: Request
  /** GET or HEAD. */
  method: string
  path: string
}): Promise<Response> {
  const { deps, request, path } = input
  // Each question to the request leaves the engine: what is asked twice is kept.
  const { headers } = request
  const label = parseLabelPath(path)
  const resolution: Resolution =
    label === null
      ? { kind: 'not_genuine', ...malformed(isAlteredLabel(path)), checkedAt: deps.now() }
      : await resolveLabel(deps, label)
  const asJson = preferredFormat(headers.get('accept')) === 'json'
  if (resolution.kind === 'batch' && !asJson && input.method === 'GET') {
    countScan(deps, request, resolution)
  }
  const lang = preferredLanguage(queryParameter(path, 'lang'), headers.get('accept-language'))
  return asJson
    ? answerJson(resolution, statusOf(resolution))
    : answerPage(deps, resolution, lang, { status: statusOf(resolution), path })
}

/** The verdict as JSON, for scans and for the verify API. */
export function answerJson(resolution: Resolution, status: number): Response {
  const body =
    resolution.kind === 'batch' ? batchVerdict(resolution) : JSON.stringify(toVerdict(resolution))
  return new Response(body, { status, headers: JSON_HEADERS })
}

/** The verdict as a page. */
export async function answerPage(
  deps: Deps,
  resolution: Resolution,
  language: Language,
  { status, path = '' }: { readonly status: number; readonly path?: string },
): Promise<Response> {
  if (resolution.kind === 'batch') {
    const page = await batchPage({ deps, resolution, language })
    return new Response(page.body, { status, headers: page.headers })
  }
  if (resolution.kind === 'certificate') {
    // Seldom scanned, and the register's code comes with it.
    const { certificatePage } = await import('./certificate-page.ts')
    return certificatePage(deps, resolution, language)
  }
  return refusalPage(deps, { resolution, lang: language, status, path })
}

function statusOf(resolution: Resolution): number {
  return resolution.kind === 'not_genuine' ? STATUS[resolution.authenticity] : 200
}

const JSON_HEADERS = new Headers({
  'content-type': 'application/json; charset=utf-8',
  'content-security-policy': contentSecurityPolicy(null),
  ...SECURITY_HEADERS,
  ...SCAN_HEADERS,
  ...OPEN_TO_SCRIPTS,
})

const refusals = new LRUCache<string, PageTemplate>({ max: 60 })

/**
 * Forged, unknown and malformed labels: one page a reason and language, filled with the time and with
 * what a report of the label says. No database is asked.
 */
async function refusalPage(
  deps: Deps,
  refused: {
    readonly resolution: Extract<Resolution, { kind: 'not_genuine' }>
    readonly lang: Language
    readonly status: number
    readonly path: string
  },
): Promise<Response> {
  const { resolution, lang, status, path } = refused
  const { code, since, text } = resolution.reason
  // The text too: a certificate is refused in words of its own.
  const key = `${lang}|${code}|${since}|${text.vi}`
  let template = refusals.get(key)
  if (template === undefined) {
    const verdict = toVerdict(resolution)
    const issuer = issuerOf(deps)
    const { origin, demo } = deps
    const nothing = { about: null, hasPin: false } as const
    const common = { kind: 'scan', lang, verdict, issuer, demo, origin, ...nothing } as const
    const { altered = false } = resolution
    const page = await deps.pages.render({ ...common, typed: false, altered, slots: SLOT_MARKERS })
    template = toTemplate(page, lang)
    refusals.set(key, template)
  }
  // Nothing is known of the label itself: only the time and its own address stand on the page.
  const time = formatAt(resolution.checkedAt, lang)
  const body = fillTemplate(
    template,
    template.names.map((name) => (isTime(name) ? time : name === 'report' ? reportText(path) : '')),
  )
  return new Response(body, { status, headers: template.headers })
}

function isTime(name: SlotName): boolean {
  return name === 'checkedAt' || name === 'asOf'
}

const LONGEST_REPORTED = 400

/** The address as it was opened, for a report: without its query, and never more than a label has. */
function reportText(path: string): string {
  const end = path.search(/[?#]/)
  const asked = end < 0 ? path : path.slice(0, end)
  return encodeURIComponent(asked.slice(0, LONGEST_REPORTED).toWellFormed())
}

const robots = new LRUCache<string, boolean>({ max: 1_000 })

/** A person's scan counts; robots, prefetches and calls for JSON do not. */
function countScan(deps: Deps, request: Request, resolution: BatchResolution): void {
  const { label, decision, checkedAt } = resolution
  if (label === null || label.subject.profile === 'certificate') return
  const { headers } = request
  const agent = headers.get('user-agent') ?? ''
  if (isPrefetch(headers) || isRobot(agent)) return
  const { subject } = label
  const address = deps.clientAddress(headers)
  const network = address === null ? null : networkOf(address)
  deps.scans.record(
    {
      ref: subject.ref,
      unitSpace: unitSpaceOf(subject),
      serial: subject.serial,
      scannedAt: checkedAt,
      standing: decision.standing,
      region: regionOf(request),
      visitorSource: `${network ?? ''}|${agent}`,
      addressSource: network,
      isVisit: !carriesSession(headers),
    },
    deps.waitUntil,
  )
}

function isPrefetch(headers: Headers): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? ''
  return purpose.includes('prefetch') || purpose.includes('preview')
}

function isRobot(agent: string): boolean {
  if (agent.length > 400) return true
  let robot = robots.get(agent)
  if (robot === undefined) {
    robot = agent === '' || isbot(agent)
    robots.set(agent, robot)
  }
  return robot
}

/** Cloudflare's guess of the province; nothing finer is looked at. Elsewhere there is none to read. */
function regionOf(request: Request): string | null {
  const region = (request as Request & { cf?: { region?: string } }).cf?.region
  return region !== undefined && request.headers.has('cf-ray') ? region : null
}
