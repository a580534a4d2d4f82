import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { line } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { annulBatch } from '../../../verbs/batches/annul-batch.ts'
import { type BatchChoices, openDeclaration } from '../../../verbs/batches/batch-choices.ts'
import { createBatch } from '../../../verbs/batches/create-batch.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { updateBatch } from '../../../verbs/batches/update-batch.ts'
import { batchSealed } from '../../../verbs/guard/refusals.ts'
import { actOnce } from '../act-once.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { againRoutes } from './again.ts'
import { batchInputs, textsOfBatch } from './batch-form.ts'
import { batchPath } from './batch-table.ts'
import { checkRoutes } from './check-forms.ts'
import { openNew, withFormFields } from './new-batch.ts'
import { batchPapers } from './papers.ts'
import { saleRoutes } from './sales.ts'
import { shareRoutes } from './shares.ts'
import { showBatchList } from './show-list.ts'
import { showOneBatch } from './show-one.ts'
import { showPreview } from './show-preview.ts'
import { showScans } from './show-scans.ts'
import { showBatchSheet } from './show-sheet.ts'
import { showTrace } from './show-trace.ts'

const PATH = '/portal/batches'
const may = 'batches.write'

/** What was packed together, from its declaration to its labels. */
export const batchRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'batches.read', handle: showBatchList },
  ...recordForm({
    path: `${PATH}/new`,
    may,
    load: openNew,
    values: ({ texts }) => texts,
    act: (sent) =>
      withFormFields(sent.ctx, {
        texts: sent.texts,
        act: ({ input, confirm }) => actOnce(sent, (ctx) => createBatch({ ctx, input, confirm })),
      }),
    back: PATH,
    done: ({ ref }) => `${batchPath(ref)}?done=created`,
    page: ({ lang }, { loaded: { choices }, form }) => ({
      title: W.add[lang],
      ...declarationPage(choices, { lang, form }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:ref/edit`,
    may,
    load: openOld,
    values: ({ texts }) => texts,
    act: ({ ctx, texts }, { ref }) =>
      withFormFields(ctx, {
        texts,
        act: ({ input: changes, confirm }) =>
          updateBatch({ ctx, input: { ref, changes }, confirm }),
      }),
    back: ({ ref }) => batchPath(ref),
    done: 'saved',
    page: ({ lang }, { loaded: { ref, choices }, form }) => ({
      title: W.edit[lang],
      id: ref,
      ...declarationPage(choices, { lang, form }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:ref/annul`,
    may: 'labels.void',
    load: (portal) => loadBatch(portal.ctx, portal.param('ref'), 'labels.void'),
    act: ({ ctx, texts }, { ref }) =>
      annulBatch({ ctx, input: { ref, reason: texts['reason'] ?? '' } }),
    back: ({ ref }) => batchPath(ref),
    done: 'annulled',
    page: ({ lang }, { loaded: { lot } }) => ({
      title: fill(W.annulTitle[lang], { lot }),
      note: W.annulNote[lang],
      save: W.annul[lang],
      inputs: formInputs({ fields: { reason: line({ label: W.reason, max: 500 }) } }, { lang }),
    }),
  }),
  ...againRoutes,
  ...saleRoutes,
  ...shareRoutes,
  ...batchPapers,
  ...checkRoutes,
  { method: 'GET', path: `${PATH}/:ref/scans`, may: 'batches.read', handle: showScans },
  { method: 'GET', path: `${PATH}/:ref/preview`, may: 'batches.read', handle: showPreview },
  { method: 'GET', path: `${PATH}/:ref/sheet`, may: 'batches.read', handle: showBatchSheet },
  { method: 'GET', path: `${PATH}/:ref/trace`, may: 'batches.read', handle: showTrace },
  { method: 'GET', path: `${PATH}/:ref`, may: 'batches.read', handle: showOneBatch },
]

async function openOld(portal: Portal) {
  const { row, links, choices } = await openDeclaration(portal.ctx, portal.param('ref'))
  // One that was sealed while its form was filled in comes back with what was typed.
  const isOver = row.sealedAt !== null || row.annulledAt !== null
  if (isOver && portal.c.req.method === 'GET') throw batchSealed(row.ref)
  return { ref: row.ref, choices, texts: textsOfBatch(row, links, choices) }
}

function declarationPage(
  choices: BatchChoices,
  shown: { readonly lang: Language; readonly form: FormView },
) {
  const { lang } = shown
  return {
    ...(choices.products.length === 0 ? { note: W.noProducts[lang] } : {}),
    save: W.save[lang],
    inputs: batchInputs(choices, shown),
  }
}
