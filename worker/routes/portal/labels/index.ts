import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { formInputs } from '../../../resources/form.ts'
import { inputOf } from '../../../resources/resource.ts'
import { VOID_REQUEST } from '../../../resources/void-request.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { needsConfirmation } from '../../../verbs/guard/refusals.ts'
import { loadRun } from '../../../verbs/labels/load-run.ts'
import { voidConsequences } from '../../../verbs/labels/void-consequences.ts'
import { voidLabels } from '../../../verbs/labels/void-labels.ts'
import { withdrawException } from '../../../verbs/labels/withdraw-exception.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { confirmedIn, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
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
  ...formRoute({
    path: `${PATH}/:id/void`,
    may: 'labels.void',
    load: async (portal) => ({
      ...(await loadRun(portal.ctx, portal.param('id'), 'labels.void')),
      from: portal.c.req.query('from') ?? '',
      to: portal.c.req.query('to') ?? '',
    }),
    values: ({ from, to }) => ({ kind: 'void', from, to }),
    act: async (portal, { run }) => {
      const asked = parseInput(inputOf(VOID_REQUEST), typedValues(portal.form))
      const { kind, reason } = asked
      const from = asked.from ?? undefined
      const to = asked.to ?? from
      const question = await voidConsequences(portal.ctx, { runId: run.id, kind, from, to })
      const confirmed = confirmedIn(typedValues(portal.form))
      if (!confirmed.includes(question.code)) throw needsConfirmation([question])
      await actOnce(portal, (ctx) =>
        voidLabels({ ctx, input: { runId: run.id, kind, reason, from, to } }),
      )
      return `${runPath(run.id)}?done=voided`
    },
    page: ({ lang }, { loaded: { run }, form }) => ({
      kind: 'portal/record',
      title: W.voidTitle[lang],
      note: W.voidNote[lang],
      id: null,
      action: `${runPath(run.id)}/void`,
      backHref: runPath(run.id),
      save: W.void[lang],
      inputs: formInputs(VOID_REQUEST, { lang }),
      form,
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
  return seeOther(portal, `${runPath(portal.param('id'))}?done=restored`)
}
