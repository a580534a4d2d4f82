import type { FormView } from '../../../../site/models/portal-common.ts'
import { certificateSheet } from '../../../../site/view/certificate-sheet.ts'
import { fill } from '../../../copy/fill.ts'
import { MANY_CERTIFICATES_COPY as W } from '../../../copy/portal/certificates.ts'
import { streamOf } from '../../../http/stream-of.ts'
import { darkPath } from '../../../lib/print/dark-path.ts'
import { qrMatrix } from '../../../lib/print/qr-matrix.ts'
import {
  certificatesToPrint,
  issueCertificates,
  MOST_PRINTED,
} from '../../../verbs/certificates/many-certificates.ts'
import { printCertificate } from '../../../verbs/certificates/print-certificate.ts'
import { listCodes } from '../../../verbs/codes/list-codes.ts'
import { answerForm } from '../answer-form.ts'
import { codeQuery } from '../codes/code-query.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/codes/certificates'
/** Sheets that are made before the first of them leaves: a page at a time stays in memory. */
const SHEETS_PER_PART = 10

/** `GET /portal/codes/certificates?<as the list>`: which codes of the list certificates are printed of. */
export function showMany(portal: Portal): Promise<Response> {
  return show(portal, freshForm())
}

/** `POST` there: issues those that are missing, and leads to the sheets. */
export async function issueMany(portal: Portal): Promise<Response> {
  return answerForm(portal, {
    act: async () => {
      const codes = portal.form.getAll('code').map(String)
      await issueCertificates(portal.ctx, codes)
      return seeOther(portal, `${PATH}/print?${new URLSearchParams({ codes: codes.join(',') })}`)
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `GET /portal/codes/certificates/print?codes=A,B`: a sheet each, streamed as they are made. */
export async function printMany(portal: Portal): Promise<Response> {
  const asked = (portal.c.req.query('codes') ?? '').split(',').filter((code) => code !== '')
  const { found, missing } = await certificatesToPrint(portal.ctx, asked)
  const parts: (typeof found)[] = []
  for (let at = 0; at < found.length; at += SHEETS_PER_PART) {
    parts.push(found.slice(at, at + SHEETS_PER_PART))
  }
  const [first = [], ...others] = parts
  const page = await partOf(portal, { codes: first, missing })
  if (others.length === 0) return page
  const html = await page.text()
  const end = html.lastIndexOf('</main>')
  return new Response(streamOf(chunks(portal, { html, end, others })), page)
}

type Codes = Awaited<ReturnType<typeof certificatesToPrint>>['found']

/** The first page to the end of its sheets, the sheets of the others, and what closes the first. */
async function* chunks(
  portal: Portal,
  given: { readonly html: string; readonly end: number; readonly others: readonly Codes[] },
): AsyncGenerator<Uint8Array> {
  const { html, end, others } = given
  const encoder = new TextEncoder()
  yield encoder.encode(html.slice(0, end))
  for (const codes of others) {
    const part = await (await partOf(portal, { codes, missing: [] })).text()
    yield encoder.encode(part.slice(part.indexOf('<main>') + 6, part.lastIndexOf('</main>')))
  }
  yield encoder.encode(html.slice(end))
}

async function partOf(
  portal: Portal,
  given: { readonly codes: Codes; readonly missing: readonly string[] },
): Promise<Response> {
  const { ctx, deps, lang } = portal
  const sheets: ReturnType<typeof certificateSheet>[] = []
  for (const input of given.codes) {
    await ctx.giveWay()
    const printed = await printCertificate({ ctx, input })
    const matrix = qrMatrix(printed.url)
    const qr = { path: darkPath(matrix), size: matrix.size }
    sheets.push(certificateSheet({ ...printed, authority: deps.issuerName, qr }, lang))
  }
  return showPortalPage(portal, {
    kind: 'portal/certificates/sheets',
    backHref: '/portal/codes',
    sheets,
    missing:
      given.missing.length === 0
        ? null
        : fill(W.missing[lang], { codes: given.missing.join(', ') }),
  })
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const { query, order } = codeQuery(portal)
  const { items, nextCursor } = await listCodes(ctx, {
    ...{ ...query, order, cursor: null, limit: MOST_PRINTED },
  })
  return showPortalPage(
    portal,
    {
      kind: 'portal/certificates/many',
      action: PATH,
      codes: items.map(({ code, siteName, organisationName }) => ({
        value: code,
        text: code,
        hint: `${siteName} · ${organisationName}`,
      })),
      cut: nextCursor === null ? null : fill(W.cut[lang], { count: MOST_PRINTED }),
      form: { ...form, values: { code: items.map(({ code }) => code).join('\n') } },
    },
    status,
  )
}
