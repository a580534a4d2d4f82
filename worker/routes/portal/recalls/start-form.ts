import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { BATCH_COPY } from '../../../copy/portal/batch.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { normaliseCode } from '../../../domain/codes/normalise-code.ts'
import type { RecallScope } from '../../../domain/recalls/recall-scope.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { RECALL_REQUEST, RECALL_SEARCH } from '../../../resources/recall-request.ts'
import { inputOf } from '../../../resources/resource.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { invalidField, parseInput } from '../../../verbs/guard/parse-input.ts'
import { findProductNamed } from '../../../verbs/products/find-product.ts'
import { previewRecall, type RecallPreview } from '../../../verbs/recalls/preview-recall.ts'
import { startRecall } from '../../../verbs/recalls/start-recall.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { recalledCells, recalledColumns } from './batch-columns.ts'

const PATH = '/portal/recalls'
const may = 'recalls.write'
const NAMES = ['by', 'what', 'fromOn', 'toOn'] as const

/** Finding what is concerned, then recalling all of it. */
export const startForms: readonly PortalRoute[] = [
  ...recordForm({
    path: `${PATH}/new`,
    may,
    load: async ({ c }) => textsIn((name) => c.req.query(name)),
    values: (texts) => ({ by: 'batch', ...texts }),
    asks: RECALL_SEARCH,
    back: PATH,
    act: async (sent) => {
      const { organisationId } = await lookUp(sent, sent.texts)
      const query = new URLSearchParams(textsIn((name) => sent.texts[name]))
      query.set('organisation', organisationId)
      return query
    },
    done: (query) => `${PATH}/confirm?${query}`,
    page: ({ lang }) => ({
      title: W.findTitle[lang],
      note: W.findNote[lang],
      save: W.find[lang],
    }),
  }),
  ...recordForm({
    path: `${PATH}/confirm`,
    may,
    load: (portal) =>
      lookUp(
        portal,
        textsIn((name) => asked(portal, name)),
      ),
    stamp: ({ preview, texts, organisationId }) => ({
      ...texts,
      ...{ organisation: organisationId, seen: preview.seen },
    }),
    asks: RECALL_REQUEST,
    back: `${PATH}/new`,
    once: async ({ ctx, texts }, { scope, organisationId }) => {
      const {
        reasonVi: vi,
        reasonEn,
        reasonZh,
        documentNo,
      } = parseInput(inputOf(RECALL_REQUEST), texts)
      const wording = { vi, en: reasonEn ?? vi, zh: reasonZh ?? vi }
      const seen = texts['seen'] ?? ''
      const input = { organisationId, scope, seen, wording, documentNo }
      return startRecall({ ctx, input })
    },
    // Whoever holds the goods is told at once, not when letters are next looked for.
    tells: true,
    done: ({ id }) => `${PATH}/${encodeURIComponent(id)}?done=started`,
    page: ({ lang }, { loaded: { preview } }) => ({
      title: W.start[lang],
      note: W.note[lang],
      facts: [
        { label: W.affectedCount[lang], text: formatNumber(preview.batches.length, lang) },
        { label: W.receiverCount[lang], text: formatNumber(preview.sales.length, lang) },
      ],
      save: W.send[lang],
      hidden: [...NAMES, 'organisation', 'seen'],
      sections: concerned(preview, lang),
    }),
  }),
]

function textsIn(of: (name: string) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = of(name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

/** From the form that is sent, else from the address. */
function asked({ c, form }: Portal, name: string): string | undefined {
  const typed = form.get(name)
  return typeof typed === 'string' ? typed : c.req.query(name)
}

/** What is concerned, and whose it is: the organisation of a batch that is named, else one's own. */
async function lookUp(portal: Portal, texts: Readonly<Record<string, string>>) {
  const { ctx, person } = portal
  const { by, what, fromOn, toOn } = parseInput(inputOf(RECALL_SEARCH), texts)
  if (by !== 'packed' && what === null) throw invalidField('what', W.whatMissing)
  if (by === 'packed' && fromOn === null && toOn === null) {
    throw invalidField('fromOn', W.daysMissing)
  }
  const named = asked(portal, 'organisation') ?? person.organisationId
  const ownerOf = async (ref: string) => (await loadBatch(ctx, ref, may)).organisationId
  const organisationId = by === 'batch' ? await ownerOf(what ?? '').catch(() => named) : named
  const scope: RecallScope = {
    ...{ by, fromOn, toOn },
    what: await wanted(ctx, { by, what: what ?? '', organisationId }),
  }
  const preview = await previewRecall(ctx, { organisationId, scope })
  return { texts, organisationId, scope, preview }
}

/** What was typed as the register knows it. */
async function wanted(
  ctx: Portal['ctx'],
  given: { readonly by: string; readonly what: string; readonly organisationId: string },
): Promise<string> {
  const { by, what, organisationId } = given
  if (by === 'product') {
    return (await findProductNamed(ctx, { organisationId, name: what }))?.id ?? what
  }
  if (by !== 'area') return what
  const reading = normaliseCode(what)
  return reading.ok ? reading.code : what
}

function concerned({ batches, sales }: RecallPreview, lang: Language): DetailSection[] {
  return [
    {
      id: 'batches',
      title: fill(W.affected[lang], { n: formatNumber(batches.length, lang) }),
      table: {
        columns: [
          ...recalledColumns(lang),
          { name: W.share[lang], number: true },
          { name: W.state[lang] },
        ],
        rows: batches.map((row) => [
          ...recalledCells(row, lang),
          { text: `${formatNumber(Math.round(row.share * 100), lang)} %` },
          { text: row.recalledBy === null ? '' : W.already[lang] },
        ]),
        empty: W.noneFound[lang],
      },
    },
    {
      id: 'receivers',
      title: fill(W.receivers[lang], { n: formatNumber(sales.length, lang) }),
      table: {
        columns: [
          { name: W.buyer[lang] },
          { name: BATCH_COPY.lot[lang] },
          { name: W.quantityKg[lang], number: true },
          { name: W.soldOn[lang] },
          { name: W.letter[lang] },
        ],
        rows: sales.map(({ sale, lot }) => [
          { text: sale.buyer },
          { text: lot, code: true },
          { text: formatNumber(sale.quantityKg, lang) },
          { text: formatOn(sale.soldOn, lang) },
          { text: sale.email ?? W.noAddress[lang] },
        ]),
        empty: W.receiversEmpty[lang],
      },
    },
  ]
}
