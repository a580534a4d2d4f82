import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { BATCH_DECLARATION } from '../../../resources/batch-declaration.ts'
import { formInputs } from '../../../resources/form.ts'
import { LABEL_REQUEST } from '../../../resources/label-request.ts'
import { inputOf, type ValuesOf } from '../../../resources/resource.ts'
import { createBatch } from '../../../verbs/batches/create-batch.ts'
import { Problem } from '../../../verbs/errors.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { firstRequest } from '../../../verbs/labels/first-request.ts'
import { issueLabels } from '../../../verbs/labels/issue-labels.ts'
import { labelStocks } from '../../../verbs/labels/label-stocks.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { actOnce } from '../act-once.ts'
import { askIfMany } from '../labels/ask-if-many.ts'
import { askedLabels } from '../labels/asked-labels.ts'
import { printedPath } from '../labels/files/printed-path.ts'
import { labelInputs } from '../labels/label-inputs.ts'
import { packsIn } from '../labels/packs-in.ts'
import { USUAL_STOCK } from '../labels/usual-stock.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { batchPath } from './batch-table.ts'
import { openLike, withFormFields } from './new-batch.ts'

const PATH = '/portal/batches/:ref/again'
const { quantityValue, quantityUnit } = BATCH_DECLARATION.fields

/** How much there is today, and its labels: all that differs from day to day. */
const AGAIN = {
  fields: { quantityValue, quantityUnit, ...LABEL_REQUEST.fields },
  groups: LABEL_REQUEST.groups,
}

/** `/portal/batches/{ref}/again`: today's batch like this one, and its labels, by one form. */
export const againRoutes: readonly PortalRoute[] = recordForm({
  path: PATH,
  may: 'labels.issue',
  load,
  values: ({ texts, request }) => ({
    ...request,
    quantityValue: texts['quantityValue'] ?? '',
    quantityUnit: texts['quantityUnit'] ?? '',
  }),
  back: ({ row }) => batchPath(row.ref),
  act: async (sent, { texts, product }) => {
    const { texts: typed, confirmed: confirm } = sent
    const asked = parseInput(inputOf(AGAIN), typed)
    const quantity = { value: asked.quantityValue, unit: asked.quantityUnit }
    askIfMany({ confirm, packs: packsIn(product, quantity), count: asked.count })
    const { ref } = await withFormFields(sent.ctx, {
      texts: { ...texts, ...typed },
      act: ({ input }) => actOnce(sent, (ctx) => createBatch({ ctx, input, confirm })),
    })
    return printed(sent, { ref, confirm, ...asked })
  },
  done: (href) => href,
  page: ({ lang }, { loaded: { row, texts, product, stocks } }) => ({
    title: fill(W.againTitle[lang], { lot: row.lot }),
    note: W.againNote[lang],
    facts: [
      { label: W.product[lang], text: product.name },
      { label: W.lot[lang], text: texts['lot'] ?? null, code: true },
      { label: W.packedOn[lang], text: formatOn(texts['packedOn'] ?? '', lang) },
    ],
    save: W.againSave[lang],
    inputs: labelInputs(formInputs(AGAIN, { lang }), { lang, packs: null, stocks }),
  }),
})

async function load({ param, ctx }: Portal) {
  const { row, texts } = await openLike(ctx, param('ref'))
  const [product, stocks, first] = await Promise.all([
    loadProduct(ctx, row.productId, 'batches.write'),
    labelStocks(ctx, row.organisationId),
    firstRequest(ctx, row.id),
  ])
  const packs = packsIn(product, { value: row.quantityValue, unit: row.quantityUnit })
  const usual = { kind: 'unit', stock: USUAL_STOCK, profile: 'full' }
  const request = { ...usual, count: packs === null ? '' : String(packs), ...first }
  // A size that was taken out since is no choice any more.
  const isThere = stocks.some(({ stock }) => stock.id === request.stock)
  const chosen = isThere ? request : { ...request, stock: USUAL_STOCK }
  return { row, texts, product, stocks, request: chosen }
}

type Asked = ValuesOf<typeof LABEL_REQUEST.fields>

/** The run's page; where its labels are refused or asked about, the form of the new batch's labels. */
async function printed(
  portal: Portal,
  asked: Asked & { readonly ref: string; readonly confirm: readonly string[] },
): Promise<string> {
  const { ref, kind, count, profile, stock, pin, confirm } = asked
  try {
    const { run } = await actOnce({ ...portal, part: 'labels' }, (ctx) =>
      issueLabels({ ctx, input: { ref, confirm: [...confirm], ...askedLabels(asked) } }),
    )
    return await printedPath(portal, { runId: run.id, labels: count, stock })
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    const query = new URLSearchParams({
      ...{ kind, count: String(count), profile, stock },
      pin: pin.join(),
    })
    return `${batchPath(ref)}/labels?${query}`
  }
}
