import { fill } from '../../../copy/fill.ts'
import { CERTIFICATION_COPY } from '../../../copy/portal/certification.ts'
import { certificationName } from '../../../copy/portal/certification-messages.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import { line, optionalDay } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { inputOf } from '../../../resources/resource.ts'
import { decideCertification } from '../../../verbs/certifications/decide-certification.ts'
import { openCertification } from '../../../verbs/certifications/open-certification.ts'
import { withdrawCertification } from '../../../verbs/certifications/withdraw-certification.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { seeOther } from '../show-portal-page.ts'
import { certificationPath } from './certification-table.ts'

const PATH = '/portal/certifications'

const REFUSAL = { fields: { reason: line({ label: W.reason, max: 500 }) } }
const REVOCATION = {
  fields: { revokedOn: optionalDay({ label: W.revokedOn }), ...REFUSAL.fields },
}

/** What officers decide on a certification, and how one is taken back. */
export const decideRoutes: readonly PortalRoute[] = [
  { method: 'POST', path: `${PATH}/:id/confirm`, may: 'certificates.write', handle: confirm },
  ...recordForm({
    path: `${PATH}/:id/refuse`,
    may: 'certificates.write',
    load: ({ ctx, param }) => openCertification(ctx, param('id'), 'certificates.write'),
    stamp: ({ row }) => ({ expected: String(row.version) }),
    asks: REFUSAL,
    back: ({ row }) => certificationPath(row.id),
    act: ({ ctx, texts: { reason = '', expected } }, { row: { id } }) => {
      const version = versionIn(expected)
      return decideCertification({ ctx, input: { decision: 'refuse', id, reason, version } })
    },
    done: 'refused',
    page: ({ lang }, { loaded: { row, holder } }) => ({
      title: fill(W.refuseTitle[lang], { name: certificationName(row)[lang] }),
      facts: [{ label: W.owner[lang], text: holder.name }],
      note: W.refuseNote[lang],
      save: W.refuse[lang],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/withdraw`,
    may: 'certificates.declare',
    load: ({ ctx, param }) => openCertification(ctx, param('id'), 'certificates.declare'),
    back: ({ row }) => certificationPath(row.id),
    act: async ({ ctx, texts }, { row: { id } }) =>
      withdrawCertification({ ctx, input: { id, ...parseInput(inputOf(REVOCATION), texts) } }),
    done: 'withdrawn',
    page: ({ lang }, { loaded: { row, holder } }) => {
      const isConfirmed = row.state === 'confirmed'
      return {
        title: fill(W.withdrawTitle[lang], { name: certificationName(row)[lang] }),
        facts: [
          { label: W.owner[lang], text: holder.name },
          { label: CERTIFICATION_COPY.number[lang], text: row.number, code: true },
        ],
        note: (isConfirmed ? W.revokeNote : W.withdrawNote)[lang],
        save: W.withdraw[lang],
        inputs: formInputs(isConfirmed ? REVOCATION : REFUSAL, { lang }),
      }
    },
  }),
]

/** `POST /portal/certifications/{id}/confirm?version=`: what the officer had before them. */
async function confirm(portal: Portal): Promise<Response> {
  const { ctx, c } = portal
  const id = portal.param('id')
  const version = versionIn(c.req.query('version'))
  await decideCertification({ ctx, input: { decision: 'confirm', id, version } })
  return seeOther(portal, `${certificationPath(id)}?done=confirmed`)
}

/** No page leaves it out: without one it is no version there ever was. */
function versionIn(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0
}
