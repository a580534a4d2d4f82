import { CERTIFICATION_STATE_NAMES } from '../../../copy/portal/certification.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import type { StandingOfCertification } from '../../../domain/certifications/standing.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readCertifications } from '../../../verbs/certifications/list-certifications.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { certificationTable } from './certification-table.ts'
import { mayDeclareOwn } from './may-declare-own.ts'

const PATH = '/portal/certifications'
const PAGE_SIZE = 50
const STATES = Object.keys(CERTIFICATION_STATE_NAMES)

/** `GET /portal/certifications?state=&product=&batch=&organisation=&cursor=`. */
export async function showCertificationList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const asked = c.req.query('state') ?? ''
  const state = isState(asked) ? asked : null
  const { rows, nextCursor } = await readCertifications(ctx, {
    state,
    organisationId: c.req.query('organisation') ?? null,
    productId: c.req.query('product') ?? null,
    batchId: c.req.query('batch') ?? null,
    cursor: c.req.query('cursor') ?? null,
    limit: PAGE_SIZE,
  })
  const mayDeclare = mayDeclareOwn(portal)
  const table = certificationTable(rows, { today: vietnamDateOf(ctx.now()), lang })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayDeclare ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: (mayDeclare ? W.empty : W.emptyReader)[lang],
    columns: table.columns.map(({ name }) => name),
    rows: table.rows,
    done: null,
    filters: [
      { href: PATH, text: W.anyState[lang], current: state === null },
      ...STATES.filter(isState).map((each) => ({
        href: `${PATH}?state=${each}`,
        text: CERTIFICATION_STATE_NAMES[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, {
      path: PATH,
      kept: ['state', 'product', 'batch', 'organisation'],
      nextCursor,
    }),
  })
}

function isState(text: string): text is StandingOfCertification {
  return STATES.includes(text)
}
