import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { LOGO_COPY } from '../../../copy/portal/label-logo.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { READ_BACK_COPY } from '../../../copy/portal/read-back.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import { LABEL_REQUEST } from '../../../resources/label-request.ts'
import { inputOf } from '../../../resources/resource.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { issueLabels } from '../../../verbs/labels/issue-labels.ts'
import { labelStocks } from '../../../verbs/labels/label-stocks.ts'
import type { Wanted } from '../../../verbs/labels/plan-issue.ts'
import {
  type LabelPreview,
  previewLabel,
  sampleSheet,
} from '../../../verbs/labels/preview-label.ts'
import { packingMarks } from '../../../verbs/market-rules/packing-marks.ts'
import { checksOfBatch } from '../../../verbs/pre-shipment/checks-of-batch.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { actOnce } from '../act-once.ts'
import { batchPath } from '../batches/batch-table.ts'
import { checkSections, openChecksText } from '../batches/checks.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { say } from '../say.ts'
import { seeOther } from '../show-portal-page.ts'
import { askIfMany } from './ask-if-many.ts'
import { askedLabels } from './asked-labels.ts'
import { printedPath } from './files/printed-path.ts'
import { labelInputs } from './label-inputs.ts'
import { marksSections } from './marks-section.ts'
import { packsIn } from './packs-in.ts'
import { pdfResponse } from './pdf-response.ts'
import { USUAL_STOCK } from './usual-stock.ts'

const may = 'labels.issue'
const PATH = '/portal/batches/:ref/labels'
const NAMES = ['kind', 'count', 'stock', 'profile', 'pin'] as const

/** `/portal/batches/{ref}/labels`: how many labels of a batch, on which stock, and how they will look. */
export const issueForm: readonly PortalRoute[] = [
  ...recordForm({
    path: PATH,
    may,
    load,
    values: ({ texts }) => texts,
    back: ({ batch }) => batchPath(batch.ref),
    act: async (sent, { batch, packs }) => {
      const { texts, confirmed: confirm } = sent
      if (texts['step'] === 'preview') return previewPath(batch.ref, texts)
      const { stock, ...asked } = parseInput(inputOf(LABEL_REQUEST), texts)
      const { count } = asked
      askIfMany({ confirm, packs, count })
      const { run } = await actOnce(sent, (ctx) =>
        issueLabels({ ctx, input: { ref: batch.ref, confirm, ...askedLabels(asked) } }),
      )
      return printedPath(sent, { runId: run.id, labels: count, stock })
    },
    done: (href) => href,
    page: async (portal, { loaded, form }) => {
      const { lang } = portal
      const { batch, packs, stocks, checks } = loaded
      const filled = { ...loaded, texts: form.values }
      const preview = await previewLabel(portal.ctx, wantedOf(filled))
      return {
        title: fill(W.formTitle[lang], { lot: batch.lot }),
        ...(batch.sealedAt === null
          ? { note: openChecksText(checks, lang) ?? W.firstNote[lang] }
          : {}),
        id: batch.ref,
        save: W.print[lang],
        other: { name: 'step', value: 'preview', text: W.preview[lang] },
        inputs: labelInputs(formInputs(LABEL_REQUEST, { lang }), { lang, packs, stocks }),
        sections: [
          previewSection(filled, { preview, lang }),
          ...marksSections(loaded.marks, {
            lang,
            ...(preview?.ok === true ? preview : { codes: NO_CODES, printed: '' }),
          }),
          ...say<readonly DetailSection[]>(
            checkSections({
              ...{ ref: batch.ref, checks, isSealed: batch.sealedAt !== null, lang },
              ...{ mayWrite: true, mayAllow: false, asked: null },
            }),
            lang,
          ),
        ],
      }
    },
  }),
  { method: 'GET', path: `${PATH}/sample`, may, handle: downloadSample },
]

async function load({ c, param, ctx }: Portal) {
  const batch = await loadBatch(ctx, param('ref'), may)
  const [product, stocks, checks] = await Promise.all([
    loadProduct(ctx, batch.productId, 'batches.write'),
    labelStocks(ctx, batch.organisationId),
    checksOfBatch(ctx, batch),
  ])
  const { markets, packedOn } = batch
  const marks = await packingMarks(ctx, {
    ...{ product: product.name, markets },
    day: packedOn ?? vietnamDateOf(ctx.now()),
  })
  const packs = packsIn(product, { value: batch.quantityValue, unit: batch.quantityUnit })
  const usual = { kind: 'unit', stock: USUAL_STOCK, profile: 'full' }
  const count = packs === null ? '' : String(packs)
  const asked = Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = c.req.query(name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
  return { batch, packs, stocks, marks, checks, texts: { ...usual, count, ...asked } }
}

type Texts = Readonly<Record<string, string>>
type Loaded = Omit<Awaited<ReturnType<typeof load>>, 'texts'> & { readonly texts: Texts }

function previewPath(ref: string, texts: Texts): string {
  const query = new URLSearchParams(NAMES.map((name) => [name, texts[name] ?? '']))
  return `${batchPath(ref)}/labels?${query}#preview`
}

/** What the texts of the form ask for, as far as they can be read. */
function wantedOf({ batch, stocks, texts }: Loaded) {
  const usual = stocks.find(({ stock }) => stock.id === USUAL_STOCK)
  const named = stocks.find(({ stock }) => stock.id === texts['stock']) ?? usual
  if (named === undefined) throw new Error('the usual stock is not among those there are')
  const profile = texts['profile']
  const typed = Number(texts['count'])
  const count = Number.isSafeInteger(typed) && typed > 0 && typed < 1e8 ? typed : 1
  const wanted: Wanted = {
    ref: batch.ref,
    profile: profile === 'compact' || profile === 'gs1' ? profile : 'full',
    count: texts['kind'] === 'batch' ? 0 : count,
    pin: texts['pin'] === 'yes',
  }
  return { wanted, stock: named.stock }
}

const NO_CODES = { growingAreas: [], packingHouse: null }

type Previewed = { readonly preview: LabelPreview | null; readonly lang: Language }

function previewSection({ batch, texts }: Loaded, { preview, lang }: Previewed): DetailSection {
  const own = [
    { href: '/portal/label-sizes', text: W.own[lang] },
    { href: '/portal/label-logo', text: LOGO_COPY.title[lang] },
  ]
  const section = { id: 'preview', title: W.previewTitle[lang] }
  if (preview === null || !preview.ok) {
    return { ...section, ...(preview === null ? {} : { text: preview.text[lang] }), links: own }
  }
  const query = new URLSearchParams(NAMES.map((name) => [name, String(texts[name] ?? '')]))
  return {
    ...section,
    text: [W.previewText[lang], ...preview.warnings].join(' '),
    picture: preview.svg,
    links: [
      {
        href: `${batchPath(batch.ref)}/labels/sample?${query}`,
        text: W.sampleSheet[lang],
        download: true,
      },
      { href: `${batchPath(batch.ref)}/labels/read-back`, text: READ_BACK_COPY.title[lang] },
      ...own,
    ],
    after: W.sampleText[lang],
  }
}

/** `GET /portal/batches/{ref}/labels/sample`: a page to try the printer with. */
async function downloadSample(portal: Portal): Promise<Response> {
  const loaded = await load(portal)
  const chunks = await sampleSheet(portal.ctx, wantedOf(loaded))
  if (chunks === null) return seeOther(portal, `${batchPath(loaded.batch.ref)}/labels`)
  return pdfResponse(`tem-mau-${loaded.batch.ref}.pdf`, chunks)
}
