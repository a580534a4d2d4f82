import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { formInputs } from '../../../resources/form.ts'
import { RECALL_ANSWER } from '../../../resources/recall-request.ts'
import { inputOf, textsOf } from '../../../resources/resource.ts'
import { Problem } from '../../../verbs/errors.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { answerRecall, openReceiver } from '../../../verbs/recalls/answer-recall.ts'
import { verbContextOf } from '../account/verb-context-of.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { PortalRoute, Visit } from '../portal-route.ts'
import { readForm } from '../read-form.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/recall-answers'
const secretOf = ({ c }: Visit) => c.req.param('secret') ?? ''

/** Where somebody goods went to answers a recall: by the link of their letter, without an account. */
export const recallAnswerRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: `${PATH}/:secret`, may: 'anyone', handle: open },
  { method: 'POST', path: `${PATH}/:secret`, may: 'anyone', handle: send },
]

async function open(visit: Visit): Promise<Response> {
  const opened = await load(visit)
  const { receiver } = opened
  return show(visit, { opened, form: freshForm(textsOf(RECALL_ANSWER, receiver)), status: 200 })
}

async function send(visit: Visit): Promise<Response> {
  const opened = await load(visit)
  const form = await readForm(visit.c)
  return answerForm(
    { form, lang: visit.lang },
    {
      act: async () => {
        const answer = parseInput(inputOf(RECALL_ANSWER), typedValues(form))
        await answerRecall({
          ctx: verbContextOf(visit),
          input: { secret: secretOf(visit), answer },
        })
        return seeOther(visit, `${PATH}/${encodeURIComponent(secretOf(visit))}?done=answered`)
      },
      refused: (view, status) => show(visit, { opened, form: view, status }),
    },
  )
}

type Opened = Awaited<ReturnType<typeof openReceiver>>

/** Only links that open nothing are counted: whoever has one gets in. */
async function load(visit: Visit): Promise<Opened> {
  try {
    return await openReceiver(verbContextOf(visit), secretOf(visit))
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    const { limits, originOf } = visit.deps.accounts
    await limits.take('invitation', originOf(visit.c.req.raw.headers).network)
    throw error
  }
}

function show(
  visit: Visit,
  shown: { readonly opened: Opened; readonly form: FormView; readonly status: number },
): Promise<Response> {
  const { c, lang } = visit
  const { opened, form, status } = shown
  const { sale, lot, product, organisation, recall } = opened
  const thanks = c.req.query('done') === 'answered' ? `${W.answerThanks[lang]} ` : ''
  const lead = fill(W.answerLead[lang], {
    ...{ producer: organisation.name, product, lot },
    day: formatOn(sale.soldOn, lang),
    kg: formatNumber(sale.quantityKg, lang),
  })
  return showPortalPage(
    visit,
    {
      kind: 'portal/record',
      title: W.answerTitle[lang],
      note: `${thanks}${lead}`,
      facts: [
        { label: W.reason[lang], text: recall.wording[lang] },
        { label: W.documentNo[lang], text: recall.documentNo },
        { label: W.phone[lang], text: organisation.hotline },
      ],
      id: null,
      action: `${PATH}/${encodeURIComponent(secretOf(visit))}`,
      backHref: '/',
      save: W.answerSend[lang],
      inputs: formInputs(RECALL_ANSWER, { lang }),
      form,
    },
    status,
  )
}
