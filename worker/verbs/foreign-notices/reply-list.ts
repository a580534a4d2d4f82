import { type NoticeCode, selectItems } from '../../../db/queries/foreign-notice-items.ts'
import { fill } from '../../copy/fill.ts'
import { formatAt, formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { CAUSE_NAMES, RECHECK_NAMES } from '../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { joinBytes } from '../../lib/print/bytes.ts'
import { type ReportBlock, renderReport } from '../../lib/print/index.ts'
import type { WrittenCell } from '../../lib/sheet/write/sheet-cells.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { type ExportedFile, type ExportFormat, listFile } from '../exports/list-file.ts'
import { nameOf } from './change-items.ts'
import { type OpenedNotice, openNotice } from './open-notice.ts'

/** What goes along with the answer abroad: every code that is settled, with what was done about it. */
export const REPLY_FORMATS = ['pdf', 'xlsx', 'csv'] as const
export type ReplyFormat = (typeof REPLY_FORMATS)[number]

/** Those of which there is something to say to the importing country. */
const ANSWERED = ['rechecked', 'replied', 'closed'] as const
/** The list goes to an authority, and the face of labels has Latin letters alone. */
const LANG = 'vi'
const SHARES = [3, 4, 3, 5, 6, 3]

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
  if (format !== 'pdf') return sheetOf({ name, format, items })
  const title = fill(W.replyTitle.vi, {
    ...{ number: row.number, market: marketName(row.market, LANG) },
  })
  const parts: Uint8Array[] = []
  const blocks = blocksOf(opened, { items, title, now: ctx.now() })
  const foot = (page: number) => `${title} · ${page}`
  for await (const part of renderReport({ title, language: 'vi-VN', blocks, foot })) {
    parts.push(part)
  }
  return {
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    chunks: once(new Uint8Array(joinBytes(parts))),
  }
}

function sheetOf(given: {
  readonly name: string
  readonly format: ExportFormat
  readonly items: readonly NoticeCode[]
}): Promise<ExportedFile> {
  const { name, format, items } = given
  return listFile({
    ...{ name, format, sheetName: W.replySheet.vi },
    columns: HEADINGS.map((heading, at) => ({
      heading: heading[LANG],
      width: (SHARES[at] ?? 1) * 8,
    })),
    rows: once<WrittenCell[][]>(items.map(cellsOf)),
  })
}

const HEADINGS = [W.code, W.holder, W.commune, W.cause, W.reportText, W.recheckResult] as const

function cellsOf(item: NoticeCode): string[] {
  const { holder, communeName, cause, causeText, report, passed } = item
  const why = cause === null ? '' : [CAUSE_NAMES[cause].vi, causeText ?? ''].join('. ')
  const result = passed === null ? '' : RECHECK_NAMES[passed ? 'passed' : 'failed'].vi
  return [nameOf(item), holder ?? '', communeName ?? '', why, report ?? '', result]
}

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
    columns: HEADINGS.map((heading, at) => ({ heading: heading[LANG], share: SHARES[at] ?? 1 })),
    rows: once(items.map(cellsOf)),
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
