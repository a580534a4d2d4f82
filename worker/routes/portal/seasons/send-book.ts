import { THINGS } from '../../../copy/refusals/things.ts'
import { SEASON_BOOK as W } from '../../../copy/season-book.ts'
import { XLSX_TYPE } from '../../../lib/sheet/write/write-xlsx.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { bookPdf } from '../../../verbs/seasons/book/book-pdf.ts'
import { bookXlsx } from '../../../verbs/seasons/book/book-xlsx.ts'
import { readBook } from '../../../verbs/seasons/book/read-book.ts'
import { sendFile } from '../imports/send-file.ts'
import type { Portal } from '../portal-route.ts'

const FORMATS = {
  pdf: { mediaType: 'application/pdf', make: bookPdf },
  xlsx: {
    mediaType: XLSX_TYPE,
    make: bookXlsx,
  },
} as const

/** `GET /portal/seasons/{id}/book/{format}`: the diary of a season as auditors know it. */
export async function sendBook(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const format = param('format')
  if (format !== 'pdf' && format !== 'xlsx') throw notFound(THINGS.template)
  const { mediaType, make } = FORMATS[format]
  const book = await readBook(ctx, param('id'))
  const now = ctx.now()
  const fileName = `${W.fileName[lang]}-${book.season.startsOn}-${vietnamDateOf(now)}.${format}`
  return sendFile({ fileName, mediaType, chunks: make(book, { lang, now }) })
}
