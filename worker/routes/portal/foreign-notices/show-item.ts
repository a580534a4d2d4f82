import type { DetailModel, Link } from '../../../../site/models/records.ts'
import { formatOn } from '../../../copy/format.ts'
import { codeStatusName } from '../../../copy/names.ts'
import { CASES_COPY } from '../../../copy/portal/cases.ts'
import {
  CAUSE_NAMES,
  ITEM_STATE_NAMES,
  RECHECK_NAMES,
} from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import {
  isRestorable,
  isSuspendable,
  itemAfter,
} from '../../../domain/foreign-notices/item-workflow.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { awaitsReport } from '../../../verbs/foreign-notices/answer-notice.ts'
import { nameOf } from '../../../verbs/foreign-notices/change-items.ts'
import { type ShownItem, showItem } from '../../../verbs/foreign-notices/show-notice.ts'
import { eventSection } from '../cases/event-table.ts'
import { evidenceSection } from '../evidence/evidence-section.ts'
import type { Portal } from '../portal-route.ts'
import { type Facts, showDetailPage } from '../show-detail-page.ts'
import { NOTICE_ACTS } from './act-forms.ts'
import { answerPath, itemPath, noticePath } from './item-filter.ts'

const { moved, decided } = W
const DONE = { moved, decided, evidenceAdded: CASES_COPY.evidenceAdded }

/** `GET /portal/foreign-notices/{id}/items/{item}`: one code of a notice with its way. */
export async function showNoticeItem(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const asked = { noticeId: param('id'), id: param('item') }
  const shown = await showItem(ctx, asked)
  const { item, row, events, evidence, answerId, may } = shown
  return showDetailPage(portal, {
    title: nameOf(item),
    back: { href: noticePath(row.id), text: row.number },
    done: DONE,
    ...actionsOf(shown, lang),
    facts: factsOf(shown, lang),
    sections: [
      answerId !== null && {
        ...evidenceSection(evidence, {
          ...{ lang, path: answerPath(answerId), mayCheck: false },
          mayAdd: may.answer && !may.work && row.state !== 'closed',
        }),
        title: W.answers,
      },
      events.length > 0 && eventSection(events, lang),
    ],
  })
}

/** Its next step first, then whatever else may be done to it. */
function actionsOf(shown: ShownItem, lang: Language): Pick<DetailModel, 'primary' | 'links'> {
  const { item, row, may } = shown
  if (!may.work && may.answer) {
    const href = `${noticePath(row.id)}/answer?item=${encodeURIComponent(item.id)}`
    return awaitsReport(item) ? { primary: { href, text: W.answer[lang] } } : {}
  }
  const query = `?item=${encodeURIComponent(item.id)}`
  const acts: Link[] = NOTICE_ACTS.filter(
    (each) =>
      may[each.may === 'foreign.work' ? 'work' : 'decide'] && itemAfter(item, each.act) !== null,
  ).map(({ name, title }) => ({ href: `${noticePath(row.id)}/${name}${query}`, text: title[lang] }))
  const effects = [
    ...(may.decide && item.codeId !== null && isSuspendable(item) ? (['suspend'] as const) : []),
    ...(may.decide && isRestorable(item) ? (['restore'] as const) : []),
  ].map((name) => ({ href: `${noticePath(row.id)}/${name}${query}`, text: W[name][lang] }))
  const anew =
    may.decide && ['unmatch', 'take_back'].some((act) => itemAfter(item, act as 'unmatch') !== null)
  const reopen = { href: `${itemPath(row.id, item.id)}/reopen`, text: W.reopenItem[lang] }
  const settle = { href: `${noticePath(row.id)}/settle`, text: W.settle[lang] }
  const all = [
    ...(may.decide && item.state === 'unmatched' ? [settle] : []),
    ...acts.toReversed(),
    ...effects,
    ...(anew ? [reopen] : []),
  ]
  const [primary, ...links] = all
  return primary === undefined ? {} : { primary, links }
}

function factsOf({ item, row, may }: ShownItem, lang: Language): Facts {
  const day = (on: string | null) => (on === null ? null : formatOn(on, lang))
  const known: readonly (readonly [string, string | null])[] = [
    [W.listed[lang], item.listed],
    [W.row[lang], String(item.row)],
    [F.holder[lang], item.holder],
    [W.site[lang], item.siteName],
    [F.commune[lang], item.communeName],
    [F.state[lang], ITEM_STATE_NAMES[item.state][lang]],
    [F.statusToday[lang], item.status === null ? null : codeStatusName(item.status, lang)],
    [F.assignee[lang], may.work ? item.assignedName : null],
    [W.holderDue[lang], day(row.holderDueOn)],
    [F.cause[lang], item.cause === null ? null : CAUSE_NAMES[item.cause][lang]],
    [F.causeText[lang], item.causeText],
    [F.reportText[lang], item.report],
    [
      F.recheckResult[lang],
      item.passed === null ? null : RECHECK_NAMES[item.passed ? 'passed' : 'failed'][lang],
    ],
    [W.suspendedOn[lang], day(item.suspendedOn)],
    [W.restoredOn[lang], day(item.restoredOn)],
  ]
  return known.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text }]))
}
