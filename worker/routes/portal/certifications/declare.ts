import type { FormView } from '../../../../site/models/portal-common.ts'
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
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { type PortalPagePart, showPortalPage } from '../show-portal-page.ts'
import { certificationPath } from './certification-table.ts'

const PATH = '/portal/certifications'
const may = 'certificates.declare'

/** Choosing what to declare, its form, and the form that changes it. */
export const declareRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: `${PATH}/new`, may, handle: showKinds },
  ...formRoute({
    path: `${PATH}/new/:kind`,
    may,
    load: openNew,
    values: ({ texts }) => texts,
    act: async (portal, { kind }) => {
      const { kind: _, ...texts } = typedValues(portal.form)
      const { id } = await actOnce(portal, (ctx) =>
        addCertification({ ctx, input: { kind, texts } }),
      )
      return `${certificationPath(id)}?done=created`
    },
    page: (portal, { loaded, form }) => newPage(portal, { ...loaded, form }),
  }),
  ...formRoute({
    path: `${PATH}/:id/edit`,
    may,
    load: async (portal) => {
      const opened = await openCertification(portal.ctx, portal.param('id'), may)
      requireChangeable(portal.ctx, opened)
      return opened
    },
    values: ({ row }) => textsOf(fieldsOfKind(row.kind), row),
    stamp: ({ row }) => ({ expected: versionOf(fieldsOfKind(row.kind), row) }),
    act: async ({ ctx, form }, { row: { id } }) => {
      const { expected = '', ...texts } = typedValues(form)
      const changed = await editCertification({ ctx, input: { id, texts, expected } })
      return `${certificationPath(id)}?done=${changed ? 'saved' : 'same'}`
    },
    page: ({ ctx, lang }, { loaded: { row, target }, form }) => ({
      kind: 'portal/record',
      title: fill(W.editTitle[lang], { name: certificationName(row)[lang] }),
      note: (mayConfirmFor(ctx, target) ? W.noteRecord : W.noteEdit)[lang],
      id: null,
      action: `${certificationPath(row.id)}/edit`,
      backHref: certificationPath(row.id),
      save: W.save[lang],
      inputs: formInputs(fieldsOfKind(row.kind), { lang, editing: true }),
      form,
    }),
  }),
]

/** `GET /portal/certifications/new`: what there is to declare, for the same thing all the way. */
async function showKinds(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const query = new URLSearchParams()
  for (const name of ['organisation', 'product', 'batch']) {
    const value = c.req.query(name)
    if (value !== undefined) query.set(name, value)
  }
  await openHolder(ctx, await holderOf(portal))
  const asked = query.size === 0 ? '' : `?${query}`
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: W.chooseTitle[lang],
    back: { href: PATH, text: W.title[lang] },
    done: null,
    facts: [],
    links: CERTIFICATION_KINDS.map((kind) => ({
      href: `${PATH}/new/${kind}${asked}`,
      text: CERTIFICATION_KIND_NAMES[kind][lang],
    })),
    sections: [],
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

function newPage(
  { lang }: Portal,
  shown: Awaited<ReturnType<typeof openNew>> & { readonly form: FormView },
): PortalPagePart {
  const { kind, holder, isConfirmed, choices, form } = shown
  const offered: Readonly<Record<string, readonly { value: string; text: string }[]>> = choices
  const inputs = formInputs(fieldsOfKind(kind), { lang })
    .filter(({ name }) => name !== 'organisationId')
    .map((input) => {
      const among = offered[input.name]
      return among === undefined ? input : { ...input, type: 'select' as const, choices: among }
    })
  return {
    kind: 'portal/record',
    title: fill(W.formTitle[lang], { kind: CERTIFICATION_KIND_NAMES[kind][lang] }),
    facts: [{ label: W.owner[lang], text: holder.name }],
    note: (isConfirmed ? W.noteRecord : W.noteDeclare)[lang],
    id: null,
    action: `${PATH}/new/${kind}`,
    backHref: `${PATH}/new`,
    save: W.save[lang],
    hidden: ['organisationId'],
    inputs,
    form,
  }
}
