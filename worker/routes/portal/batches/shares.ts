import type { ShareRow } from '../../../../db/queries/shares.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { SHARE_COPY as W } from '../../../copy/portal/share.ts'
import { shareDays, shareStanding } from '../../../domain/shares/share-end.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import { SHARE_REQUEST } from '../../../resources/share-request.ts'
import { paperName, readShares, sharablePapers } from '../../../verbs/shares/list-shares.ts'
import { addressOfShare, type MadeShare, shareBatch } from '../../../verbs/shares/share-batch.ts'
import { withdrawShare } from '../../../verbs/shares/withdraw-share.ts'
import { actOnce, ONCE } from '../act-once.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showListPage } from '../show-list-page.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { column } from '../table-of.ts'
import { batchPath } from './batch-table.ts'

const PATH = '/portal/batches/:ref/shares'
const may = 'batches.write'

const pathOf = (ref: string) => `${batchPath(ref)}/shares`

/** Links by which buyers read about a batch. */
export const shareRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showList },
  { method: 'GET', path: `${PATH}/new`, may, handle: open },
  { method: 'POST', path: `${PATH}/new`, may, handle: make },
  { method: 'POST', path: `${PATH}/:share/withdraw`, may, handle: withdraw },
]

async function showList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const { batch, shares } = await readShares(ctx, portal.param('ref'))
  const path = pathOf(batch.ref)
  const standingOf = (share: ShareRow) => shareStanding(share, ctx.now())
  return showListPage(
    portal,
    { rows: shares },
    {
      adding: { href: `${path}/new`, text: W.add },
      words: {
        title: `${W.title[lang]} · ${batch.lot}`,
        lead: fill(W.lead[lang], { lot: batch.lot }),
        empty: W.empty,
      },
      columns: [
        column(W.buyer, ({ buyer, papers }) => ({
          text: buyer,
          small: fill(W.papersOf[lang], { n: formatNumber(papers.length, lang) }),
        })),
        column(W.until, ({ expiresAt }) => formatOn(vietnamDateOf(expiresAt - 1), lang)),
        column(W.state, (share) => W[standingOf(share)]),
        column(W.lastOpened, ({ openedOn }) =>
          openedOn === null ? W.never : formatOn(openedOn, lang),
        ),
        column(W.opened, ({ openings }) => formatNumber(openings, lang)),
        column(W.withdraw, (share) => {
          const action = `${path}/${encodeURIComponent(share.id)}/withdraw`
          const isOpen = standingOf(share) === 'open'
          return { text: '', button: isOpen ? { action, text: W.withdraw } : undefined }
        }),
      ],
      done: { withdrawn: W.withdrawnNow },
      links: [{ href: batchPath(batch.ref), text: batch.lot }],
    },
  )
}

function open(portal: Portal): Promise<Response> {
  const { ctx } = portal
  const usual = { trace: 'step', shows: 'quantities', lastDay: shareDays(ctx.now()).usual }
  return showForm(portal, { form: freshForm({ ...usual, [ONCE]: ctx.newId() }), status: 200 })
}

function make(portal: Portal): Promise<Response> {
  return answerForm(portal, {
    act: async () => {
      const texts = typedValues(portal.form)
      const made = await actOnce(portal, (ctx) =>
        shareBatch({ ctx, input: { ref: portal.param('ref'), texts } }),
      )
      return showMade(portal, made)
    },
    refused: (form, status) => showForm(portal, { form, status }),
  })
}

/** Not a page that can be reloaded: the link is shown this once. */
async function showMade(portal: Portal, made: MadeShare): Promise<Response> {
  const { ctx, lang } = portal
  const path = pathOf(portal.param('ref'))
  const address = await addressOfShare(ctx, made)
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: W.title[lang],
    back: { href: path, text: W.toList[lang] },
    done: { kind: 'done', text: fill(W.made[lang], { buyer: made.buyer }) },
    facts: [{ label: W.link[lang], text: address, code: true }],
    links: [
      {
        href: `${batchPath(portal.param('ref'))}/sheet?share=${address.split('/').at(-1)}`,
        text: W.sheet[lang],
      },
    ],
    sections: [],
  })
}

async function showForm(
  portal: Portal,
  { form, status }: { readonly form: FormView; readonly status: number },
): Promise<Response> {
  const { ctx, lang } = portal
  const { batch, papers } = await sharablePapers(ctx, portal.param('ref'))
  const inputs = formInputs(SHARE_REQUEST, {
    lang,
    without: papers.length === 0 ? ['papers'] : [],
    choices: {
      papers: papers.map((paper) => ({ value: paper.id, text: paperName(paper)[lang] })),
      shows: (['quantities', 'sales'] as const).map((value) => ({ value, text: W[value][lang] })),
    },
  })
  return showPortalPage(
    portal,
    {
      kind: 'portal/record',
      title: fill(W.formTitle[lang], { lot: batch.lot }),
      note: fill(W.lead[lang], { lot: batch.lot }),
      id: null,
      action: `${pathOf(batch.ref)}/new`,
      backHref: pathOf(batch.ref),
      save: W.add[lang],
      inputs,
      form,
    },
    status,
  )
}

async function withdraw(portal: Portal): Promise<Response> {
  const { param, ctx } = portal
  const ref = param('ref')
  await withdrawShare({ ctx, input: { ref, id: param('share') } })
  return seeOther(portal, `${pathOf(ref)}?done=withdrawn`)
}
