import { type NoticeCode, selectItems } from '../../../db/queries/foreign-notice-items.ts'
import { fill } from '../../copy/fill.ts'
import { formatAt, formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { CAUSE_NAMES, RECHECK_NAMES } from '../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { collectBytes } from '../../lib/print/bytes.ts'
import { type ReportBlock, renderReport } from '../../lib/print/index.ts'
import { once } from '../../lib/steps/once.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { type ExportedFile, listFile } from '../exports/list-file.ts'
import { nameOf } from './change-items.ts'
import { type OpenedNotice, openNotice } from './open-notice.ts'

/** What goes along with the answer abroad: every code that is settled, with what was done about it. */
export const REPLY_FORMATS = ['pdf', 'xlsx', 'csv'] as const
export type ReplyFormat = (typeof REPLY_FORMATS)[number]

/** Those of which there is something to say to the importing country. */
const ANSWERED = ['rechecked', 'replied', 'closed'] as const
/** The list goes to an authority, and the face of labels has Latin letters alone. */
const LANG = 'vi'

/** The list of what was done for each code, as a file; that it was taken stands in the log. */
export async function replyList(
  ctx: VerbContext,
  { id, format }: { readonly id: string; readonly format: ReplyFormat },
): Promise<ExportedFile> {
  const opened = await openNotice(ctx, id, 'foreign.decide')
  const { bounds, row, target, number } = opened
  const items = await selectItems(ctx.db, { noticeId: id, bounds, states: ANSWERED })
  await change(ctx, {
    may: 'foreign.decide',
    target,
    audit: {
      action: 'foreign.change',
      entityId: id,
      after: { did: 'exported', count: items.length, format },
    },
  })
  const name = `tra-loi-${number}`
  if (format !== 'pdf') {
    const columns = COLUMNS.map(({ share, ...column }) => ({ ...column, width: share * 8 }))
    return listFile({ name, format, sheetName: W.replySheet.vi, columns, rows: once(items) })
  }
  const title = fill(W.replyTitle.vi, {
    ...{ number: row.number, market: marketName(row.market, LANG) },
  })
  const blocks = blocksOf(opened, { items, title, now: ctx.now() })
  const foot = (page: number) => `${title} · ${page}`
  const report = renderReport({ title, language: 'vi-VN', blocks, foot })
  return {
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    chunks: once(await collectBytes(report)),
  }
}

type Column = {
  readonly heading: string
  /** Its part of the width. */
  readonly share: number
  readonly cell: (item: NoticeCode) => string
}

const COLUMNS: readonly Column[] = [
  { heading: W.code[LANG], share: 3, cell: nameOf },
  { heading: W.holder[LANG], share: 4, cell: ({ holder }) => holder ?? '' },
  { heading: W.commune[LANG], share: 3, cell: ({ communeName }) => communeName ?? '' },
  {
    heading: W.cause[LANG],
    share: 5,
    cell: ({ cause, causeText }) =>
      cause === null ? '' : [CAUSE_NAMES[cause].vi, causeText ?? ''].join('. '),
  },
  { heading: W.reportText[LANG], share: 6, cell: ({ report }) => report ?? '' },
  {
    heading: W.recheckResult[LANG],
    share: 3,
    cell: ({ passed }) => (passed === null ? '' : RECHECK_NAMES[passed ? 'passed' : 'failed'].vi),
  },
]

async function* blocksOf(
  { row }: OpenedNotice,
  given: { readonly items: readonly NoticeCode[]; readonly title: string; readonly now: number },
): AsyncGenerator<ReportBlock> {
  const { items, title, now } = given
  yield { is: 'title', text: title, above: row.authority ?? '' }
  yield {
    is: 'facts',
    facts: [
      { label: W.noticeNumber.vi, text: row.number },
      { label: W.issuer.vi, text: row.issuer },
      { label: W.subject.vi, text: row.subject },
      { label: W.receivedOn.vi, text: formatOn(row.receivedOn, LANG) },
      { label: W.codesInList.vi, text: String(items.length) },
      { label: W.madeAt.vi, text: formatAt(now, LANG) },
    ],
  }
  if (items.length === 0) {
    yield { is: 'note', text: W.replyEmpty.vi }
    return
  }
  yield {
    is: 'table',
    columns: COLUMNS.map(({ heading, share }) => ({ heading, share })),
    rows: once(items.map((item) => COLUMNS.map(({ cell }) => cell(item)))),
  }
}
