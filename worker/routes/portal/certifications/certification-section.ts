import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import type { Target } from '../../../domain/access/permissions.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readCertifications } from '../../../verbs/certifications/list-certifications.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import type { Section } from '../show-detail-page.ts'
import { tableSection } from '../table-of.ts'
import { certificationColumns } from './certification-table.ts'

const PATH = '/portal/certifications'
const SHOWN = 10

type About = {
  /** Whose it is, for those whose right depends on it. */
  readonly target: Target
} & (
  | { readonly productId: string }
  | { readonly batch: { readonly id: string; readonly ref: string } }
)

/** Certifications of a product, or tests of a batch, on its own page, with the way to add one. */
export async function certificationSection({ ctx, lang }: Portal, about: About): Promise<Section> {
  const isTests = 'batch' in about
  const narrowed = isTests ? { batchId: about.batch.id } : { productId: about.productId }
  const { rows, nextCursor } = await readCertifications(ctx, { ...narrowed, limit: SHOWN })
  const [all, add] = isTests
    ? [`${PATH}?batch=${about.batch.id}`, `${PATH}/new/lab_test?batch=${about.batch.ref}`]
    : [`${PATH}?product=${about.productId}`, `${PATH}/new?product=${about.productId}`]
  const mayAdd = mayDo(ctx.actor, 'certificates.declare', about.target)
  return tableSection('certifications', rows, {
    title: isTests ? W.tests : W.certifications,
    columns: certificationColumns({ today: vietnamDateOf(ctx.now()), lang }),
    empty: isTests ? W.noTests : W.none,
    links: [
      mayAdd && { href: add, text: isTests ? W.addTest : W.add },
      nextCursor !== null && { href: all, text: W.all },
    ],
  })
}
