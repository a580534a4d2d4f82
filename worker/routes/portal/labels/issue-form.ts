import { fill, fillAll } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { inEach } from '../../../copy/in-each.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { packsOf } from '../../../domain/products/net-content.ts'
import { formInputs } from '../../../resources/form.ts'
import { LABEL_REQUEST } from '../../../resources/label-request.ts'
import { inputOf } from '../../../resources/resource.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { kilogramsOf } from '../../../verbs/batches/mass-balance.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { needsConfirmation } from '../../../verbs/guard/refusals.ts'
import { issueLabels } from '../../../verbs/labels/issue-labels.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { actOnce } from '../act-once.ts'
import { batchPath } from '../batches/batch-table.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { runPath } from './run-table.ts'

const may = 'labels.issue'

/** `/portal/batches/{ref}/labels`: how many labels of a batch, and of which kind. */
export const issueForm: readonly PortalRoute[] = formRoute({
  path: '/portal/batches/:ref/labels',
  may,
  load,
  values: ({ packs }) => ({
    kind: 'unit',
    count: packs === null ? '' : String(packs),
    profile: 'full',
  }),
  act: async (portal, { batch, packs }) => {
    const texts = typedValues(portal.form)
    const { kind, count, profile } = parseInput(inputOf(LABEL_REQUEST), texts)
    askIfMany({ texts, packs, count })
    const many = kind === 'unit' ? { count } : { wholeBatch: true as const, copies: count }
    const { run } = await actOnce(portal, (ctx) =>
      issueLabels({ ctx, input: { ref: batch.ref, profile, ...many } }),
    )
    return `${runPath(run.id)}?done=issued`
  },
  page: ({ lang }, { loaded: { batch, packs }, form }) => ({
    kind: 'portal/record',
    title: fill(W.formTitle[lang], { lot: batch.lot }),
    ...(batch.sealedAt === null ? { note: W.firstNote[lang] } : {}),
    id: batch.ref,
    action: `${batchPath(batch.ref)}/labels`,
    backHref: batchPath(batch.ref),
    save: W.print[lang],
    inputs: formInputs(LABEL_REQUEST, { lang }).map((input) =>
      input.name === 'count' && packs !== null
        ? { ...input, hint: fill(W.countHint[lang], { packs: formatNumber(packs, lang) }) }
        : input,
    ),
    form,
  }),
})

async function load({ c, ctx }: Portal) {
  const batch = await loadBatch(ctx, c.req.param('ref') ?? '', may)
  const product = await loadProduct(ctx, batch.productId, 'batches.write')
  const { netContentValue: value, netContentUnit: unit } = product
  const { quantityValue, quantityUnit } = batch
  const packs = packsOf({
    quantityKg: kilogramsOf({ value: quantityValue, unit: quantityUnit }),
    netContent: value === null || unit === null ? null : { value, unit },
  })
  return { batch, packs }
}

/** Spoiled stickers and samples: so many more than packs are nothing to ask about. */
const USUAL_SURPLUS = 1.2

function askIfMany(asked: {
  readonly texts: Readonly<Record<string, string>>
  readonly packs: number | null
  readonly count: number
}): void {
  const { texts, packs, count } = asked
  const confirmed = (texts['confirm'] ?? '').split('\n').includes('many_labels')
  if (packs === null || confirmed || count <= packs * USUAL_SURPLUS) return
  const figures = {
    packs: inEach((lang) => formatNumber(packs, lang)),
    count: inEach((lang) => formatNumber(count, lang)),
  }
  throw needsConfirmation([{ code: 'many_labels', text: fillAll(W.manyQuestion, figures) }])
}
