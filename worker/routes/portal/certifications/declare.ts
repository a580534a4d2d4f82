import { fill } from '../../../copy/fill.ts'
import { CERTIFICATION_KIND_NAMES } from '../../../copy/portal/certification.ts'
import { certificationName } from '../../../copy/portal/certification-messages.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import {
  CERTIFICATION_KINDS,
  type CertificationKind,
} from '../../../domain/certifications/kinds.ts'
import { fieldsOfKind } from '../../../resources/certification.ts'
import { formInputs } from '../../../resources/form.ts'
import { textsOf, versionOf } from '../../../resources/resource.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { certificationChoices } from '../../../verbs/certifications/certification-choices.ts'
import {
  mayConfirmFor,
  openCertification,
  openHolder,
} from '../../../verbs/certifications/open-certification.ts'
import { requireChangeable } from '../../../verbs/certifications/require-open.ts'
import {
  addCertification,
  editCertification,
} from '../../../verbs/certifications/save-certification.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { certificationPath } from './certification-table.ts'

const PATH = '/portal/certifications'
const may = 'certificates.declare'

/** Choosing what to declare, its form, and the form that changes it. */
export const declareRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: `${PATH}/new`, may, handle: showKinds },
  ...recordForm({
    path: `${PATH}/new/:kind`,
    may,
    load: openNew,
    values: ({ texts }) => texts,
    once: ({ ctx, texts: { kind: _, ...texts } }, { kind }) =>
      addCertification({ ctx, input: { kind, texts } }),
    back: `${PATH}/new`,
    done: ({ id }) => `${certificationPath(id)}?done=created`,
    page: ({ lang }, { loaded: { kind, holder, isConfirmed, choices } }) => ({
      title: fill(W.formTitle[lang], { kind: CERTIFICATION_KIND_NAMES[kind][lang] }),
      facts: [{ label: W.owner[lang], text: holder.name }],
      note: (isConfirmed ? W.noteRecord : W.noteDeclare)[lang],
      save: W.save[lang],
      hidden: ['organisationId'],
      inputs: formInputs(fieldsOfKind(kind), { lang, choices, without: ['organisationId'] }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/edit`,
    may,
    load: async (portal) => {
      const opened = await openCertification(portal.ctx, portal.param('id'), may)
      requireChangeable(portal.ctx, opened)
      return opened
    },
    values: ({ row }) => textsOf(fieldsOfKind(row.kind), row),
    stamp: ({ row }) => ({ expected: versionOf(fieldsOfKind(row.kind), row) }),
    back: ({ row }) => certificationPath(row.id),
    act: ({ ctx, texts: { expected = '', ...texts } }, { row: { id } }) =>
      editCertification({ ctx, input: { id, texts, expected } }),
    done: (changed, { row }) => `${certificationPath(row.id)}?done=${changed ? 'saved' : 'same'}`,
    page: ({ ctx, lang }, { loaded: { row, target } }) => ({
      title: fill(W.editTitle[lang], { name: certificationName(row)[lang] }),
      note: (mayConfirmFor(ctx, target) ? W.noteRecord : W.noteEdit)[lang],
      save: W.save[lang],
      inputs: formInputs(fieldsOfKind(row.kind), { lang, editing: true }),
    }),
  }),
]

/** `GET /portal/certifications/new`: what there is to declare, for the same thing all the way. */
async function showKinds(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const query = new URLSearchParams()
  for (const name of ['organisation', 'product', 'batch']) {
    const value = c.req.query(name)
    if (value !== undefined) query.set(name, value)
  }
  await openHolder(ctx, await holderOf(portal))
  const asked = query.size === 0 ? '' : `?${query}`
  return showDetailPage(portal, {
    title: W.chooseTitle,
    back: { href: PATH, text: W.title },
    links: CERTIFICATION_KINDS.map((kind) => ({
      href: `${PATH}/new/${kind}${asked}`,
      text: CERTIFICATION_KIND_NAMES[kind],
    })),
  })
}

/** Whose it is to be: that of the product or batch it is for, else the one asked for, else one's own. */
async function holderOf({ c, ctx, person }: Portal): Promise<string> {
  const [product, batch] = [c.req.query('product'), c.req.query('batch')]
  if (product !== undefined) return (await loadProduct(ctx, product, 'batches.read')).organisationId
  if (batch !== undefined) return (await loadBatch(ctx, batch, 'batches.read')).organisationId
  return c.req.query('organisation') ?? person.organisationId
}

async function openNew(portal: Portal) {
  const { c, param, ctx, form } = portal
  const kind = kindOf(param('kind'))
  // What was sent says whose it is; the verb asks again whether that may be.
  const typed = form.get('organisationId')
  const organisationId = typeof typed === 'string' ? typed : await holderOf(portal)
  const { holder, target } = await openHolder(ctx, organisationId)
  const batch = c.req.query('batch')
  const batchId = batch === undefined ? '' : (await loadBatch(ctx, batch, 'batches.read')).id
  return {
    kind,
    holder,
    isConfirmed: mayConfirmFor(ctx, target),
    choices: await certificationChoices(ctx, holder.id),
    texts: { organisationId: holder.id, productId: c.req.query('product') ?? '', batchId },
  }
}

function kindOf(text: string): CertificationKind {
  const kind = CERTIFICATION_KINDS.find((each) => each === text)
  if (kind === undefined) throw notFound(THINGS.list)
  return kind
}
