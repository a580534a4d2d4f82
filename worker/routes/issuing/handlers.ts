import type { RouteHandler } from '@hono/zod-openapi'
import type { AppEnv } from '../../http/app-env.ts'
import { createBatch } from '../../verbs/batches/create-batch.ts'
import { recallBatch } from '../../verbs/batches/recall-batch.ts'
import { updateBatch } from '../../verbs/batches/update-batch.ts'
import { invalidInput } from '../../verbs/guard/parse-input.ts'
import { issueLabels } from '../../verbs/labels/issue-labels.ts'
import { renderLabels } from '../../verbs/labels/render-labels.ts'
import { reprint } from '../../verbs/labels/reprint.ts'
import { showRun, toRunView } from '../../verbs/labels/show-run.ts'
import { voidLabels } from '../../verbs/labels/void-labels.ts'
import { createProduct } from '../../verbs/products/create-product.ts'
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
  if (organisationId === null) {
    throw invalidInput([{ path: 'organisationId', message: 'Cần mã (id) của tổ chức.' }])
  }
  const write = async () => {
    const { id } = await createProduct({ ctx, input: { ...fields, organisationId } })
    return { status: 201 as const, body: { id }, location: `/api/v1/products/${id}` }
  }
  return asAnswer(await writeOnce(c, write))
}

/** Needs batches:write. */
export const addBatch: Handler<'createBatchRoute'> = async (c) => {
  const ctx = verbContext(c)
  const input = c.req.valid('json')
  const write = async () => {
    const { ref } = await createBatch({ ctx, input })
    return { status: 201 as const, body: { ref }, location: `/api/v1/batches/${ref}` }
  }
  return asAnswer(await writeOnce(c, write))
}

/** Needs batches:write. */
export const changeBatch: Handler<'updateBatchRoute'> = async (c) => {
  const ctx = verbContext(c)
  const changes = c.req.valid('json')
  const { ref } = c.req.valid('param')
  const write = async () => {
    const updated = await updateBatch({ ctx, input: { ref, changes } })
    return { status: 200 as const, body: { ref: updated.ref } }
  }
  return asAnswer(await writeOnce(c, write))
}

/** Needs labels:issue. */
export const issue: Handler<'issueRoute'> = async (c) => {
  const ctx = verbContext(c)
  const asked = c.req.valid('json')
  const { ref } = c.req.valid('param')
  const write = async () => {
    const issued = await issueLabels({ ctx, input: { ...asked, ref } })
    const run = toRunView(issued.run, issued.ref)
    const body = { run, fallback: issued.fallback }
    return { status: 201 as const, body, location: `/api/v1/runs/${run.id}` }
  }
  return asAnswer(await writeOnce(c, write))
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
  const made = await reprint({ ctx: verbContext(c), input: { runId: id, from, to } })
  return asAnswer(fileResponse(renderLabels(made, { format, layout }), made.skipped))
}

/** Needs labels:void. */
export const addException: Handler<'exceptionRoute'> = async (c) => {
  const ctx = verbContext(c)
  const fields = c.req.valid('json')
  const { id } = c.req.valid('param')
  const write = async () => {
    const body = await voidLabels({ ctx, input: { ...fields, runId: id } })
    return { status: 201 as const, body }
  }
  return asAnswer(await writeOnce(c, write))
}

/** Needs recalls:write. */
export const recall: Handler<'recallRoute'> = async (c) => {
  const ctx = verbContext(c)
  const fields = c.req.valid('json')
  const { ref } = c.req.valid('param')
  const write = async () => {
    const body = await recallBatch({ ctx, input: { ...fields, ref } })
    return { status: 201 as const, body }
  }
  return asAnswer(await writeOnce(c, write))
}
