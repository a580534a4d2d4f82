import { fill } from '../../../copy/fill.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { line } from '../../../resources/fields.ts'
import { formInputs } from '../../../resources/form.ts'
import { annulBatch } from '../../../verbs/batches/annul-batch.ts'
import { type BatchChoices, openDeclaration } from '../../../verbs/batches/batch-choices.ts'
import { createBatch } from '../../../verbs/batches/create-batch.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { updateBatch } from '../../../verbs/batches/update-batch.ts'
import { batchSealed } from '../../../verbs/guard/refusals.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import type { PortalPagePart } from '../show-portal-page.ts'
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
  ...formRoute({
    path: `${PATH}/new`,
    may,
    load: openNew,
    values: ({ texts }) => texts,
    act: async (portal) => {
      const { ref } = await withFormFields(portal.ctx, {
        texts: typedValues(portal.form),
        act: ({ input, confirm }) => actOnce(portal, (ctx) => createBatch({ ctx, input, confirm })),
      })
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
      const ref = portal.param('ref')
      await withFormFields(portal.ctx, {
        texts: typedValues(portal.form),
        act: ({ input: changes, confirm }) => {
          return updateBatch({ ctx: portal.ctx, input: { ref, changes }, confirm })
        },
      })
      return `${batchPath(ref)}?done=saved`
    },
    page: (portal, { loaded, form }) =>
      formPage(portal, {
        ...{ form, choices: loaded.choices },
        title: W.edit[portal.lang],
        ref: portal.param('ref'),
      }),
  }),
  ...formRoute({
    path: `${PATH}/:ref/annul`,
    may: 'labels.void',
    load: (portal) => loadBatch(portal.ctx, portal.param('ref'), 'labels.void'),
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
  return { choices, texts: textsOfBatch(row, links, choices) }
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
