import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { inputOf } from '../../../resources/resource.ts'
import { VOID_REQUEST } from '../../../resources/void-request.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { needsConfirmation } from '../../../verbs/guard/refusals.ts'
import { loadRun } from '../../../verbs/labels/load-run.ts'
import { voidConsequences } from '../../../verbs/labels/void-consequences.ts'
import { voidLabels } from '../../../verbs/labels/void-labels.ts'
import { withdrawException } from '../../../verbs/labels/withdraw-exception.ts'
import { actOnce } from '../act-once.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { seeOther } from '../show-portal-page.ts'
import { fileRoutes } from './files/index.ts'
import { issueForm } from './issue-form.ts'
import { readBackRoutes } from './read-back.ts'
import { runPath } from './run-table.ts'
import { showRunList } from './show-list.ts'
import { showOneRun } from './show-run.ts'

const PATH = '/portal/labels'

/** Labels: printed, printed again, reported void or lost. */
export const labelRoutes: readonly PortalRoute[] = [
  ...issueForm,
  ...readBackRoutes,
  { method: 'GET', path: PATH, may: 'batches.read', handle: showRunList },
  ...fileRoutes,
  ...recordForm({
    path: `${PATH}/:id/void`,
    may: 'labels.void',
    load: async (portal) => ({
      ...(await loadRun(portal.ctx, portal.param('id'), 'labels.void')),
      from: portal.c.req.query('from') ?? '',
      to: portal.c.req.query('to') ?? '',
    }),
    values: ({ from, to }) => ({ kind: 'void', from, to }),
    asks: VOID_REQUEST,
    back: ({ run }) => runPath(run.id),
    act: async (sent, { run }) => {
      const asked = parseInput(inputOf(VOID_REQUEST), sent.texts)
      const { kind, reason } = asked
      const from = asked.from ?? undefined
      const to = asked.to ?? from
      const question = await voidConsequences(sent.ctx, { runId: run.id, kind, from, to })
      if (!sent.confirmed.includes(question.code)) throw needsConfirmation([question])
      const input = { runId: run.id, kind, reason, from, to }
      await actOnce(sent, (ctx) => voidLabels({ ctx, input }))
    },
    done: 'voided',
    page: ({ lang }) => ({
      title: W.voidTitle[lang],
      note: W.voidNote[lang],
      save: W.void[lang],
    }),
  }),
  {
    method: 'POST',
    path: `${PATH}/:id/exceptions/:exception/restore`,
    may: 'labels.void',
    handle: restore,
  },
  { method: 'GET', path: `${PATH}/:id`, may: 'batches.read', handle: showOneRun },
]

async function restore(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const exceptionId = param('exception')
  await withdrawException({ ctx, input: { exceptionId, reason: W.restore[lang] } })
  return seeOther(portal, `${runPath(param('id'))}?done=restored`)
}
