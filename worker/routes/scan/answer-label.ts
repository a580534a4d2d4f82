import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'
import { cutAtSlots, fillSlots, labelSlots, SLOT_MARKERS } from '../../../site/page-models.ts'
import { parseLabelPath } from '../../domain/label/parse-label.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import { withoutDatabase } from '../../domain/standing/decide-authenticity.ts'
import type { Language } from '../../domain/text.ts'
import type { Deps } from '../../http/app-env.ts'
import { contentSecurityPolicy, SCAN_HEADERS, SECURITY_HEADERS } from '../../http/headers.ts'
import { preferredFormat, preferredLanguage, queryParameter } from '../../http/negotiate.ts'
import { type Resolution, resolveLabel } from '../../verbs/scan/resolve.ts'
import { toVerdict, verdictJson } from '../../verbs/scan/verdict.ts'
import { type BatchResolution, batchJson, batchPage } from './rendered-batch.ts'

const STATUS = { genuine: 200, forged: 404, unknown: 404, malformed: 400 } as const

/** Answers `GET /{SIG}/{SUBJECT}`: anyone may call it. `path` is the raw path with its query. */
export async function answerLabel(input: {
  deps: Deps
  request: Request
  path: string
}): Promise<Response> {
  const { deps, request, path } = input
  const label = parseLabelPath(path)
  const resolution: Resolution =
    label === null
      ? { kind: 'not_genuine', ...withoutDatabase('malformed'), checkedAt: deps.now() }
      : await resolveLabel(deps, label)
  const asJson = preferredFormat(request.headers.get('accept')) === 'json'
  if (resolution.kind === 'batch' && !asJson) countScan(deps, request, resolution)
  const lang = preferredLanguage(
    queryParameter(path, 'lang'),
    request.headers.get('accept-language'),
  )
  return asJson
    ? answerJson(resolution, statusOf(resolution))
    : answerPage(deps, resolution, lang, statusOf(resolution))
}

/** The verdict as JSON, for scans and for the verify API. */
export function answerJson(resolution: Resolution, status: number): Response {
  const text =
    resolution.kind === 'batch'
      ? verdictJson(toVerdict(resolution, UNUSED), batchJson(resolution))
      : JSON.stringify(toVerdict(resolution))
  return new Response(text, { status, headers: JSON_HEADERS })
}

/** The verdict as a page. */
export async function answerPage(
  deps: Deps,
  resolution: Resolution,
  language: Language,
  status: number,
): Promise<Response> {
  if (resolution.kind === 'batch') {
    const page = await batchPage({
      resolution,
      language,
      pages: deps.pages,
      issuerName: deps.issuerName,
    })
    return new Response(page.body, { status, headers: page.headers })
  }
  return refusalPage(deps, resolution, language, status)
}

function statusOf(resolution: Resolution): number {
  return resolution.kind === 'batch' ? 200 : STATUS[resolution.authenticity]
}

/** Its batch part is spliced in as text, so none is built. */
const UNUSED = {} as never

const JSON_HEADERS = new Headers({
  'content-type': 'application/json; charset=utf-8',
  'content-security-policy': contentSecurityPolicy(null),
  ...SECURITY_HEADERS,
  ...SCAN_HEADERS,
})

type Refusal = { html: ReturnType<typeof cutAtSlots>; headers: Headers }
const refusals = new LRUCache<string, Refusal>({ max: 60 })

/** Forged, unknown and malformed labels: one page a reason and language, filled with the time. */
async function refusalPage(
  deps: Deps,
  resolution: Extract<Resolution, { kind: 'not_genuine' }>,
  lang: Language,
  status: number,
): Promise<Response> {
  const verdict = toVerdict(resolution)
  const { code, since } = resolution.reason
  const key = `${lang}|${code}|${since}`
  let page = refusals.get(key)
  if (page === undefined) {
    const issuer = { name: deps.issuerName, hotline: null, reportUrl: null }
    const rendered = await deps.pages.render({
      kind: 'scan',
      lang,
      verdict,
      typed: false,
      demo: deps.demo,
      issuer,
      slots: SLOT_MARKERS,
    })
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      'content-security-policy': contentSecurityPolicy(rendered.styleHash),
      ...SECURITY_HEADERS,
      ...SCAN_HEADERS,
    })
    page = { html: cutAtSlots(rendered.html), headers }
    refusals.set(key, page)
  }
  const html = fillSlots(page.html, labelSlots(verdict, lang))
  return new Response(html, { status, headers: page.headers })
}

const robots = new LRUCache<string, boolean>({ max: 1_000 })

/** A person's scan counts; HEAD, robots, prefetches and calls for JSON do not. */
function countScan(deps: Deps, request: Request, resolution: BatchResolution): void {
  const { label, decision, checkedAt } = resolution
  if (label === null || request.method !== 'GET' || label.subject.profile === 'certificate') return
  const { headers } = request
  const agent = headers.get('user-agent') ?? ''
  if (isPrefetch(headers) || isRobot(agent)) return
  const { subject } = label
  deps.scans.record(
    {
      ref: subject.ref,
      unitSpace: unitSpaceOf(subject),
      serial: subject.serial,
      scannedAt: checkedAt,
      standing: decision.standing,
      region: regionOf(request),
      visitorSource: `${headers.get('cf-connecting-ip') ?? ''}|${agent}`,
    },
    deps.waitUntil,
  )
}

function isPrefetch(headers: Headers): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? ''
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

/** Cloudflare's guess of the province; nothing finer is looked at. */
function regionOf(request: Request): string | null {
  const cf = (request as Request & { cf?: { region?: string } }).cf
  return cf?.region ?? null
}
