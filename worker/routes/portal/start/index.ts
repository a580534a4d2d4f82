import { fill } from '../../../copy/fill.ts'
import { NET_CONTENT_UNIT_NAMES } from '../../../copy/names.ts'
import { HELP_COPY } from '../../../copy/portal/help/index.ts'
import { HOME_COPY } from '../../../copy/portal/home.ts'
import { START_COPY as W } from '../../../copy/portal/start.ts'
import { UNITS } from '../../../copy/units.ts'
import { addDays } from '../../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { choice, line, optionalChoice } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { amount, optionalDecimal } from '../../../resources/number-fields.ts'
import { PRODUCT } from '../../../resources/product.ts'
import { inputOf, versionOf } from '../../../resources/resource.ts'
import { batchChoices } from '../../../verbs/batches/batch-choices.ts'
import type { BatchInput } from '../../../verbs/batches/batch-input.ts'
import { createBatch } from '../../../verbs/batches/create-batch.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { PRODUCT_RULES } from '../../../verbs/products/product-rules.ts'
import { addRecord, editRecord } from '../../../verbs/records/save-record.ts'
import { type StartStep, whereToGoOn } from '../../../verbs/start/where-to-go-on.ts'
import { actOnce } from '../act-once.ts'
import { batchPath } from '../batches/batch-table.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { seeOther } from '../show-portal-page.ts'

const PATH = '/portal/start'
const may = 'batches.write'

/** One question a screen, from the name of what is sold to its labels. */
const FORMS = {
  product: { fields: { name: line({ label: W.name, hint: W.nameHint, max: 200 }) } },
  net_content: {
    fields: {
      netContentValue: optionalDecimal({
        ...{ label: W.netContent, hint: W.netContentHint },
        ...{ unit: null, row: 'net' },
      }),
      netContentUnit: optionalChoice({
        label: W.unit,
        choices: NET_CONTENT_UNIT_NAMES,
        row: 'net',
      }),
    },
  },
  batch: {
    fields: {
      quantityValue: amount({ label: W.quantity, hint: W.quantityHint, row: 'quantity' }),
      quantityUnit: choice({
        label: W.unit,
        choices: { kg: UNITS.kg, t: UNITS.t, box: UNITS.box, bag: UNITS.bag, jar: UNITS.jar },
        row: 'quantity',
      }),
    },
  },
} as const

type Asked = Extract<StartStep, { step: keyof typeof FORMS }>
const STEPS = ['product', 'net_content', 'batch', 'labels'] as const

/** `/portal/start`: the way to the first label. */
export const startRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: goOn },
  { method: 'GET', path: `${PATH}/next`, may, handle: showNext },
  ...recordForm({
    path: `${PATH}/:step`,
    may,
    load: openStep,
    values: ({ step }) => ({
      ...(step === 'net_content' ? { netContentUnit: 'g' } : {}),
      ...(step === 'batch' ? { quantityUnit: 'kg' } : {}),
    }),
    back: '/portal',
    act: (sent, at) => ACTS[at.step](sent, at),
    done: (answered) => answered ?? PATH,
    page: ({ lang }, { loaded: { step } }) => ({
      title: W.title[lang],
      note: `${progressOf(step, lang)} ${W.kept[lang]}`,
      save: W.next[lang],
      inputs: formInputs(FORMS[step], { lang }),
      sections: [
        {
          id: 'help',
          title: HELP_COPY.title[lang],
          links: [{ href: '/portal/help', text: HOME_COPY.help[lang] }],
        },
      ],
    }),
  }),
]

function progressOf(step: Asked['step'], lang: Portal['lang']): string {
  const at = STEPS.indexOf(step) + 1
  return `${fill(W.progress[lang], { at, of: STEPS.length })}.`
}

function whereIs({ c, ctx, person }: Portal): Promise<StartStep> {
  const skipped = c.req.query('skipped') === '1'
  return whereToGoOn(ctx, { organisationId: person.organisationId, skipped })
}

async function goOn(portal: Portal): Promise<Response> {
  const at = await whereIs(portal)
  if (at.step === 'labels') return seeOther(portal, `${batchPath(at.ref)}/labels`)
  return seeOther(portal, at.step === 'done' ? `${PATH}/next` : `${PATH}/${at.step}`)
}

/** The step that was asked for where it is one of the way, and what it is about. */
async function openStep(portal: Portal): Promise<Asked> {
  const wanted = portal.param('step')
  const at = await whereIs(portal)
  const productId = 'productId' in at ? at.productId : null
  if (wanted === 'product' || productId === null) return { step: 'product' }
  return { step: wanted === 'net_content' ? 'net_content' : 'batch', productId }
}

type Act = (portal: Portal, at: Asked) => Promise<string | undefined>

const ACTS: { readonly [S in Asked['step']]: Act } = {
  product: async (portal) => {
    const { name } = parseInput(inputOf(FORMS.product), typedValues(portal.form))
    const { organisationId } = portal.person
    const texts = { organisationId, name }
    await actOnce(portal, (ctx) => addRecord(ctx, PRODUCT, { texts, rules: PRODUCT_RULES }))
    return undefined
  },
  net_content: async ({ ctx, form }, at) => {
    const texts = typedValues(form)
    if ((texts['netContentValue'] ?? '').trim() === '') return `${PATH}/batch`
    if (!('productId' in at)) return undefined
    const row = await loadProduct(ctx, at.productId, may)
    const { netContentValue = '', netContentUnit = '' } = texts
    await editRecord(ctx, PRODUCT, {
      ...{ id: row.id, expected: versionOf(PRODUCT, row), rules: PRODUCT_RULES },
      texts: { netContentValue, netContentUnit },
    })
    return undefined
  },
  batch: async (portal, at) => {
    if (!('productId' in at)) return undefined
    const typed = parseInput(inputOf(FORMS.batch), typedValues(portal.form))
    const quantity = { value: typed.quantityValue, unit: typed.quantityUnit }
    const input = await todaysBatch(portal, { productId: at.productId, quantity })
    const { ref } = await actOnce(portal, (ctx) => createBatch({ ctx, input }))
    return `${batchPath(ref)}/labels`
  },
}

/** A batch packed today, under the codes of the organisation where it has one of a kind alone. */
async function todaysBatch(
  { ctx, person }: Portal,
  about: Pick<BatchInput, 'productId' | 'quantity'>,
): Promise<BatchInput> {
  const { organisationId } = person
  const [choices, product] = await Promise.all([
    batchChoices(ctx, { organisationId, batchId: null }),
    loadProduct(ctx, about.productId, may),
  ])
  const only = (slot: string) => {
    const codes = choices.codes.filter((row) => row.slot === slot)
    return codes.length === 1 ? (codes[0]?.code ?? null) : null
  }
  const area = only('growing_area')
  const packedOn = vietnamDateOf(ctx.now())
  const { shelfLifeDays } = product
  return {
    ...about,
    lot: choices.lot,
    packedOn,
    expiresOn: shelfLifeDays === null ? null : addDays(packedOn, shelfLifeDays),
    markets: ['VNM'],
    growingAreas: area === null ? [] : [area],
    packingHouse: only('packing_house'),
  }
}

/** `GET /portal/start/next`: what is worth doing after the first labels. */
async function showNext(portal: Portal): Promise<Response> {
  const at = await whereIs(portal)
  const product = 'productId' in at ? `/portal/products/${at.productId}/edit` : '/portal/products'
  return showDetailPage(portal, {
    title: W.doneTitle,
    back: { href: '/portal', text: W.toHome },
    sections: [
      {
        id: 'next',
        title: W.title,
        text: W.doneText,
        links: [
          { href: product, text: W.toProduct },
          { href: '/portal/sites', text: W.toSites },
          { href: '/portal/batches/new', text: W.toBatch },
        ],
      },
    ],
  })
}
