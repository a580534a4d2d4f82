import { CERTIFICATION_STATE_NAMES } from '../../../copy/portal/certification.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import type { StandingOfCertification } from '../../../domain/certifications/standing.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readCertifications } from '../../../verbs/certifications/list-certifications.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { certificationColumns } from './certification-table.ts'
import { mayDeclareOwn } from './may-declare-own.ts'

const PATH = '/portal/certifications'
const STATES = Object.keys(CERTIFICATION_STATE_NAMES)

/** `GET /portal/certifications?state=&product=&batch=&organisation=&cursor=`. */
export async function showCertificationList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const asked = c.req.query('state') ?? ''
  const state = isState(asked) ? asked : null
  const mayDeclare = mayDeclareOwn(portal)
  return showListPage(
    portal,
    await readCertifications(ctx, {
      state,
      organisationId: c.req.query('organisation') ?? null,
      productId: c.req.query('product') ?? null,
      batchId: c.req.query('batch') ?? null,
      ...pageAsked(portal),
    }),
    {
      adding: mayDeclare ? { href: `${PATH}/new`, text: W.add } : null,
      words: mayDeclare ? W : { ...W, empty: W.emptyReader },
      columns: certificationColumns({ today: vietnamDateOf(ctx.now()), lang }),
      filters: [
        { href: PATH, text: W.anyState, current: state === null },
        ...chipsOf(STATES.filter(isState), {
          path: PATH,
          names: CERTIFICATION_STATE_NAMES,
          now: state,
        }),
      ],
      at: { path: PATH, kept: ['state', 'product', 'batch', 'organisation'] },
    },
  )
}

function isState(text: string): text is StandingOfCertification {
  return STATES.includes(text)
}
