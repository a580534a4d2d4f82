import { type Context, Hono } from 'hono'
import { EXAMPLE_COPY } from '../../copy/example-labels.ts'
import { foreignCode } from '../../domain/label/foreign-code.ts'
import { isPublicGtin14 } from '../../domain/label/gtin.ts'
import { readLabelText } from '../../domain/label/parse-label.ts'
import { isRef, readTypedRef } from '../../domain/label/ref.ts'
import { SAMPLE_PATH } from '../../domain/label/sample-path.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { answerError } from '../../http/error-answer.ts'
import { preferredFormat } from '../../http/negotiate.ts'
import { problemOf } from '../../http/to-problem.ts'
import { exampleLabels } from '../../verbs/documents/example-labels.ts'
import { freshNotices } from '../../verbs/notices/fresh-notices.ts'
import { publicRecalls } from '../../verbs/recalls/public-recalls.ts'
import { malformedRef } from '../../verbs/scan/malformed-ref.ts'
import { resolveTypedRef } from '../../verbs/scan/resolve.ts'
import { resolveText } from '../../verbs/scan/resolve-text.ts'
import { toVerdict } from '../../verbs/scan/verdict.ts'
import { answerJson, answerPage } from '../scan/answer-label.ts'
import { showCodePage } from './code-page.ts'
import { sendConfirmation, showLabelOfConfirmation } from './confirm/send-confirmation.ts'
import { showHandbookIndex, showHandbookPage } from './handbook-page.ts'
import { showInstalledApp } from './installed-app.ts'
import { sendMapBackground } from './map-background.ts'
import { showMapPage } from './map-page.ts'
import { sendPicture } from './media.ts'
import { showOpenDataPage } from './open-data.ts'
import { showOrganisationPage, showProductPage } from './product-page.ts'
import { queryOf } from './query-of.ts'
import { showRecallsPage } from './recalls-page.ts'
import { showRegisterPage } from './register-page.ts'
import { showReportForm } from './report/report-form.ts'
import { sendReport } from './report/send-report.ts'
import { showReceipt } from './report/show-receipt.ts'
import { showSearchPage } from './search-page.ts'
import { sendSharedPaper, showSharePage } from './share-page.ts'
import { showPage } from './show-page.ts'
import { sendRobots, sendSitemap } from './sitemap.ts'
import { showSuspensionsPage } from './suspensions-page.ts'

type C = Context<AppEnv>
const MAX_CODE_LENGTH = 2_000
const HOME_NOTICES = 5
const HOME_RECALLS = 3

/** Pages for people. Anyone may read all of them. */
export function pageRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  app.get('/', home)
  app.get('/b', (c) => typedForm(c))
  app.get('/b/:ref', (c) => typedCode(c, c.req.param('ref')))
  app.get('/01/:gtin/10/:ref', reservedGs1)
  app.get('/01/:gtin/10/:ref/21/:unit', reservedGs1)
  for (const path of [SAMPLE_PATH, SAMPLE_PATH.toLowerCase()]) {
    app.get(`/${path}/:filling`, (c) => showPage(c, { kind: 'test-print' }))
  }
  app.get('/notices', notices)
  app.get('/notices.atom', (c) => c.redirect('/api/v1/notices.atom', 308))
  app.get('/check', check)
  app.get('/codes', showRegisterPage)
  app.get('/codes/:code', showCodePage)
  app.get('/suspensions', showSuspensionsPage)
  app.get('/map', showMapPage)
  app.get('/open-data', showOpenDataPage)
  app.get('/p/:product', showProductPage)
  app.get('/o/:organisation', showOrganisationPage)
  app.get('/s/:secret', showSharePage)
  app.get('/s/:secret/papers/:paper', sendSharedPaper)
  app.get('/recalls', showRecallsPage)
  app.get('/handbook', showHandbookIndex)
  app.get('/handbook/:crop/:market', showHandbookPage)
  // Help is the portal's, by role.
  app.get('/help', (c) => c.redirect(`/portal/help${langOf(c)}`, 303))
  app.get('/search', showSearchPage)
  app.get('/report', showReportForm)
  app.post('/report', sendReport)
  app.get('/report/:receipt', showReceipt)
  app.get('/confirm', showLabelOfConfirmation)
  app.post('/confirm', sendConfirmation)
  app.get('/media/:name', sendPicture)
  app.get('/area-map/background/:name', sendMapBackground)
  app.get('/app', showInstalledApp)
  app.get('/app/*', showInstalledApp)
  app.get('/sitemap.xml', sendSitemap)
  app.get('/robots.txt', sendRobots)
  app.get('*', asset)
  return app
}

async function home(c: C): Promise<Response> {
  const { deps, language: lang } = c.var
  // The front page stands without its lists when the database does not answer.
  const asked = { cursor: null, limit: HOME_NOTICES }
  const [notices, recalls, labels] = await Promise.all([
    freshNotices(deps, asked).catch(() => null),
    publicRecalls(deps, { cursor: null, limit: HOME_RECALLS }).catch(() => null),
    deps.demo ? exampleLabels(deps).catch(() => []) : [],
  ])
  return showPage(c, {
    kind: 'home',
    notices: notices?.value.items ?? [],
    recalls: recalls?.value.rows ?? [],
    examples: labels.map(({ of, path }) => ({ text: EXAMPLE_COPY[of][lang], href: path })),
  })
}

async function notices(c: C): Promise<Response> {
  const cursor = c.req.query('cursor') ?? null
  const { value: page } = await freshNotices(c.var.deps, { cursor, limit: 20 })
  return showPage(c, {
    kind: 'notices',
    items: page.items,
    newerHref: cursor === null ? null : '/notices',
    olderHref:
      page.nextCursor === null ? null : `/notices?cursor=${encodeURIComponent(page.nextCursor)}`,
    atomHref: '/api/v1/notices.atom',
  })
}

/** The form of the front page: whatever was typed is read as a batch code, or as a whole label. */
function typedForm(c: C): Response | Promise<Response> {
  const typed = (c.req.query('ref') ?? '').trim()
  if (typed === '') return c.redirect(`/${langOf(c)}`, 303)
  if (readLabelText(typed).label !== null || /^https?:\/\//i.test(typed)) {
    const lang = langOf(c).replace('?', '&')
    return c.redirect(`/check?code=${encodeURIComponent(typed)}${lang}`, 303)
  }
  const ref = readTypedRef(typed)
  if (ref !== null) return c.redirect(`/b/${ref}${langOf(c)}`, 303)
  return refuseRef(c, typed)
}

/** `GET /b/{REF}`: a code read off a label and typed in. It shows a batch and proves no label. */
async function typedCode(c: C, typed: string): Promise<Response> {
  const ref = readTypedRef(typed)
  if (ref === null) return refuseRef(c, typed)
  if (ref !== typed) return c.redirect(`/b/${ref}${queryOf(c.req.url)}`, 308)
  return batchByRef(c, ref, null)
}

/** `GET /01/{GTIN}/10/{REF}[/21/{UNIT}]` without a signature: reserved, answers like a typed code. */
async function reservedGs1(c: C): Promise<Response> {
  const gtin = c.req.param('gtin') ?? ''
  const ref = c.req.param('ref') ?? ''
  const unit = c.req.param('unit')
  if (!isPublicGtin14(gtin) || !isRef(ref) || (unit !== undefined && !/^[1-9]\d*$/.test(unit))) {
    return refuseRef(c, ref)
  }
  return batchByRef(c, ref, gtin)
}

async function batchByRef(c: C, ref: string, gtin: string | null): Promise<Response> {
  const { deps, language } = c.var
  const resolution = await resolveTypedRef(deps, ref)
  if (resolution === null || resolution.kind !== 'batch') throw problemOf('not_found')
  if (gtin !== null && resolution.facts.document.provenance.product.gtin !== gtin) {
    throw problemOf('not_found')
  }
  return preferredFormat(c.req.header('accept') ?? null) === 'json'
    ? answerJson(resolution, 200)
    : answerPage(deps, resolution, language, { status: 200 })
}

function refuseRef(c: C, typed: string): Promise<Response> {
  const { deps, requestId } = c.var
  const typedRef = typed.slice(0, 40)
  return answerError({ deps, request: c.req.raw, error: malformedRef(), requestId, typedRef })
}

async function check(c: C): Promise<Response> {
  const { deps } = c.var
  const code = (c.req.query('code') ?? '').trim()
  const asked = code !== '' && code.length <= MAX_CODE_LENGTH
  const resolution = asked ? await resolveText(deps, code) : null
  const isNoLabel = resolution?.kind === 'not_genuine' && resolution.authenticity === 'malformed'
  const altered = isNoLabel && resolution.altered === true
  const page = await showPage(c, {
    kind: 'check',
    code: code === '' ? null : code.slice(0, MAX_CODE_LENGTH),
    verdict: resolution === null ? null : toVerdict(resolution),
    altered,
    foreign: isNoLabel && !altered ? foreignCode(code) : null,
    keySetUrl: `${deps.origin}/.well-known/jwks.json`,
  })
  if (code !== '') page.headers.set('x-robots-tag', 'noindex')
  return page
}

async function asset(c: C): Promise<Response> {
  const found = await c.var.deps.asset(c.req.raw)
  return found === null ? c.notFound() : found
}

/** The language a form was sent in goes on with its sender. */
function langOf(c: C): string {
  const lang = c.req.query('lang')
  return lang === 'en' || lang === 'zh' ? `?lang=${lang}` : ''
}
