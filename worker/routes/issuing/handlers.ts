import type { RouteHandler } from '@hono/zod-openapi'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { PRODUCT } from '../../resources/product.ts'
import { createBatch } from '../../verbs/batches/create-batch.ts'
import { recallBatch } from '../../verbs/batches/recall-batch.ts'
import { updateBatch } from '../../verbs/batches/update-batch.ts'
import { invalidField } from '../../verbs/guard/parse-input.ts'
import { type IssueReceipt, issueLabels } from '../../verbs/labels/issue-labels.ts'
import { noteDownload } from '../../verbs/labels/note-download.ts'
import { renderLabels } from '../../verbs/labels/render-labels.ts'
import { reprint } from '../../verbs/labels/reprint.ts'
import { showRun, viewRun } from '../../verbs/labels/show-run.ts'
import { voidLabels } from '../../verbs/labels/void-labels.ts'
import { PRODUCT_RULES } from '../../verbs/products/product-rules.ts'
import { addRecord } from '../../verbs/records/save-record.ts'
import { asAnswer } from '../public/as-answer.ts'
import type * as contract from './contract.ts'
import { fileResponse } from './file-response.ts'
import { verbContext } from './verb-context.ts'
import { writeOnce } from './write-once.ts'

type Handler<R extends keyof typeof contract> = RouteHandler<(typeof contract)[R], AppEnv>

/** Needs batches:write. */
export const addProduct: Handler<'createProductRoute'> = async (c) => {
  const ctx = verbContext(c)
  const fields = c.req.valid('json')
  const organisationId = fields.organisationId ?? ctx.actor.organisationId
  if (organisationId === null) throw invalidField('organisationId', REQUEST_REFUSALS.organisationId)
  return writeOnce<{ id: string }>(c, {
    act: (once) =>
      addRecord(once, PRODUCT, { texts: { ...fields, organisationId }, rules: PRODUCT_RULES }),
    answer: ({ id }) => ({ status: 201, body: { id }, location: `/api/v1/products/${id}` }),
  })
}

/** Needs batches:write. */
export const addBatch: Handler<'createBatchRoute'> = async (c) => {
  const { confirm, ...input } = c.req.valid('json')
  return writeOnce<{ ref: string }>(c, {
    act: (ctx) => createBatch({ ctx, input, confirm }),
    answer: ({ ref }) => ({ status: 201, body: { ref }, location: `/api/v1/batches/${ref}` }),
  })
}

/** Needs batches:write. */
export const changeBatch: Handler<'updateBatchRoute'> = async (c) => {
  const { confirm, ...changes } = c.req.valid('json')
  const { ref } = c.req.valid('param')
  return writeOnce<{ ref: string }>(c, {
    act: (ctx) => updateBatch({ ctx, input: { ref, changes }, confirm }),
    answer: (updated) => ({ status: 200, body: { ref: updated.ref } }),
  })
}

/** Needs labels:issue. */
export const issue: Handler<'issueRoute'> = async (c) => {
  const asked = c.req.valid('json')
  const { ref } = c.req.valid('param')
  return writeOnce<IssueReceipt>(c, {
    act: (ctx) => issueLabels({ ctx, input: { ...asked, ref } }),
    // From the run as it is stored, so that it is the same answer whenever it is given.
    answer: async ({ run, fallback, warnings = [] }) => {
      const body = {
        run: await viewRun({ ctx: verbContext(c), input: { runId: run.id } }),
        fallback,
        warnings,
      }
      return { status: 201, body, location: `/api/v1/runs/${run.id}` }
    },
  })
}

/** Any token of the organisation. */
export const seeRun: Handler<'showRunRoute'> = async (c) => {
  const { id } = c.req.valid('param')
  const run = await showRun({ ctx: verbContext(c), input: { runId: id } })
  c.header('cache-control', 'no-store')
  return c.json(run, 200)
}

/** Needs labels:issue: it makes labels. */
export const downloadLabels: Handler<'labelsRoute'> = async (c) => {
  const { id } = c.req.valid('param')
  const { format, layout, from, to } = c.req.valid('query')
  const ctx = verbContext(c)
  const made = await reprint({ ctx, input: { runId: id, from, to } })
  const file = renderLabels(made, { format, layout })
  await noteDownload(ctx, { made, format, stock: layout ?? null })
  return asAnswer(fileResponse(file, made.skipped))
}

/** Needs labels:void. */
export const addException: Handler<'exceptionRoute'> = async (c) => {
  const fields = c.req.valid('json')
  const { id } = c.req.valid('param')
  return writeOnce<{ id: string; from: number; to: number }>(c, {
    act: (ctx) => voidLabels({ ctx, input: { ...fields, runId: id } }),
    answer: (body) => ({ status: 201, body, location: `/api/v1/exceptions/${body.id}` }),
  })
}

/** Needs recalls:write. */
export const recall: Handler<'recallRoute'> = async (c) => {
  const fields = c.req.valid('json')
  const { ref } = c.req.valid('param')
  return writeOnce<{ ids: string[] }>(c, {
    act: (ctx) => recallBatch({ ctx, input: { ...fields, ref } }),
    answer: (body) => ({ status: 201, body, location: whereRecalled(ref, body) }),
  })
}

/** One exception is at its own address; of several taken back at once, the batch's list shows what holds. */
function whereRecalled(ref: string, { ids }: { readonly ids: readonly string[] }): string {
  const [id] = ids
  return ids.length === 1 && id !== undefined
    ? `/api/v1/exceptions/${id}`
    : `/api/v1/batches/${encodeURIComponent(ref)}/exceptions`
}
