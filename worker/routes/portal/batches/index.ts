import { fill } from '../../../copy/fill.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { line } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { annulBatch } from '../../../verbs/batches/annul-batch.ts'
import {
  type BatchChoices,
  batchChoices,
  openDeclaration,
} from '../../../verbs/batches/batch-choices.ts'
import type { BatchInput } from '../../../verbs/batches/batch-input.ts'
import { createBatch } from '../../../verbs/batches/create-batch.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { slotOfCode } from '../../../verbs/batches/slot-of-code.ts'
import { updateBatch } from '../../../verbs/batches/update-batch.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import type { PortalPagePart } from '../show-portal-page.ts'
import { batchInputs, textsOfBatch } from './batch-form.ts'
import { batchPath } from './batch-table.ts'
import { onFormFields, readBatchForm } from './read-batch-form.ts'
import { saleRoutes } from './sales.ts'
import { showBatchList } from './show-list.ts'
import { showOneBatch } from './show-one.ts'
import { showScans } from './show-scans.ts'
import { showTrace } from './show-trace.ts'

const PATH = '/portal/batches'
const may = 'batches.write'
const refOf = ({ c }: Portal) => c.req.param('ref') ?? ''

/** What was packed together, from its declaration to its labels. */
export const batchRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'batches.read', handle: showBatchList },
  ...formRoute({
    path: `${PATH}/new`,
    may,
    load: openNew,
    values: ({ texts }) => texts,
    act: async (portal) => {
      const { ref } = await withFormFields(portal, ({ input, confirm }) =>
        actOnce(portal, (ctx) => createBatch({ ctx, input, confirm })),
      )
      return `${batchPath(ref)}?done=created`
    },
    page: (portal, { loaded, form }) =>
      formPage(portal, { form, choices: loaded.choices, title: W.add[portal.lang], ref: null }),
  }),
  ...formRoute({
    path: `${PATH}/:ref/edit`,
    may,
    load: openOld,
    values: ({ texts }) => texts,
    act: async (portal) => {
      const ref = refOf(portal)
      await withFormFields(portal, ({ input: changes, confirm }) => {
        return updateBatch({ ctx: portal.ctx, input: { ref, changes }, confirm })
      })
      return `${batchPath(ref)}?done=saved`
    },
    page: (portal, { loaded, form }) =>
      formPage(portal, {
        ...{ form, choices: loaded.choices },
        title: W.edit[portal.lang],
        ref: refOf(portal),
      }),
  }),
  ...formRoute({
    path: `${PATH}/:ref/annul`,
    may: 'labels.void',
    load: (portal) => loadBatch(portal.ctx, refOf(portal), 'labels.void'),
    values: () => ({}),
    act: async ({ ctx, form }, { ref }) => {
      await annulBatch({ ctx, input: { ref, reason: typedValues(form)['reason'] ?? '' } })
      return `${batchPath(ref)}?done=annulled`
    },
    page: ({ lang }, { loaded: { ref, lot }, form }) => ({
      kind: 'portal/record',
      title: fill(W.annulTitle[lang], { lot }),
      note: W.annulNote[lang],
      id: null,
      action: `${batchPath(ref)}/annul`,
      backHref: batchPath(ref),
      save: W.annul[lang],
      inputs: formInputs({ fields: { reason: line({ label: W.reason, max: 500 }) } }, { lang }),
      form,
    }),
  }),
  ...saleRoutes,
  { method: 'GET', path: `${PATH}/:ref/scans`, may: 'batches.read', handle: showScans },
  { method: 'GET', path: `${PATH}/:ref/trace`, may: 'batches.read', handle: showTrace },
  { method: 'GET', path: `${PATH}/:ref`, may: 'batches.read', handle: showOneBatch },
]

/** A new one: today's, and like another where `from` names it. */
async function openNew(portal: Portal) {
  const { c, ctx, person } = portal
  const from = c.req.query('from')
  const like = from === undefined ? null : await openDeclaration(ctx, from)
  const productId = c.req.query('product') ?? like?.row.productId
  const product = productId === undefined ? null : await loadProduct(ctx, productId, may)
  const organisationId = product?.organisationId ?? person.organisationId
  const choices = await batchChoices(ctx, { organisationId, batchId: null })
  const today = vietnamDateOf(ctx.now())
  const fresh = { lot: choices.lot, packedOn: today, expiresOn: '' }
  if (like === null) {
    const [only] = choices.products.length === 1 ? choices.products : []
    const chosen = productId ?? only?.id ?? ''
    return { choices, texts: { ...fresh, productId: chosen, quantityUnit: 'kg', markets: 'VNM' } }
  }
  // What went into the other one is gone; the rest is as yesterday.
  const gone = { inputs: [], harvests: [], purchases: [] }
  const texts = textsOfBatch(like.row, { ...like.links, ...gone }, choices)
  return { choices, texts: { ...texts, ...fresh, harvestedOn: '' } }
}

async function openOld(portal: Portal) {
  const { row, links, choices } = await openDeclaration(portal.ctx, refOf(portal))
  return { choices, texts: textsOfBatch(row, links, choices) }
}

async function withFormFields<T>(
  { ctx, form }: Portal,
  act: (typed: { readonly input: BatchInput; readonly confirm: readonly string[] }) => Promise<T>,
): Promise<T> {
  const texts = typedValues(form)
  const input = await readBatchForm(texts, {
    slotOf: (code) => slotOfCode(ctx, code),
    shelfLifeDaysOf: async (id) => (await loadProduct(ctx, id, may)).shelfLifeDays,
  })
  try {
    return await act({ input, confirm: (texts['confirm'] ?? '').split('\n') })
  } catch (error) {
    throw onFormFields(error, { input, texts })
  }
}

type Shown = {
  readonly form: Parameters<Parameters<typeof formRoute>[0]['page']>[1]['form']
  readonly choices: BatchChoices
  readonly title: string
  /** Null for a new one. */
  readonly ref: string | null
}

function formPage({ lang }: Portal, { form, choices, title, ref }: Shown): PortalPagePart {
  return {
    kind: 'portal/record',
    ...{ title, form },
    ...(choices.products.length === 0 ? { note: W.noProducts[lang] } : {}),
    id: ref,
    action: ref === null ? `${PATH}/new` : `${batchPath(ref)}/edit`,
    backHref: ref === null ? PATH : batchPath(ref),
    save: W.save[lang],
    inputs: batchInputs(choices, { lang, form }),
  }
}
