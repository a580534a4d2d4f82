import type { BookEntry } from '../../../../db/queries/season-book.ts'
import { DIARY_FIELDS, DIARY_KINDS, type DiaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { SEASON_BOOK as W } from '../../../copy/season-book.ts'
import { unitName } from '../../../copy/units.ts'
import { ENTRY_KINDS } from '../../../domain/diary/entry-kinds/entry-kinds.ts'
import type { WrittenCell, WrittenColumn } from '../../../lib/sheet/write/sheet-cells.ts'
import { type WrittenSheet, writeWorkbook } from '../../../lib/sheet/write/write-xlsx.ts'
import { once } from '../../../lib/steps/once.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { bookFacts } from './book-facts.ts'
import {
  fieldText,
  householdText,
  lateDays,
  remarksText,
  strayText,
  writerText,
} from './entry-cells.ts'
import type { SeasonBook } from './read-book.ts'

type Made = { readonly lang: Language; readonly now: number }

/** The book as a workbook: the cover, and a sheet for each kind of work. */
export function bookXlsx(book: SeasonBook, made: Made): AsyncGenerator<Uint8Array> {
  const { lang } = made
  const facts = bookFacts(book, made).map(({ label, text }) => [label, text])
  const cover: WrittenSheet = {
    sheetName: sheetName(W.general[lang]),
    columns: [
      { heading: W.item[lang], width: 32 },
      { heading: W.content[lang], width: 70 },
    ],
    rows: once(facts),
  }
  const sheets = book.kinds.map((kind) => ({
    sheetName: sheetName(DIARY_KINDS[kind].name[lang]),
    columns: columnsIn(kind, lang),
    rows: rowsIn(book, { kind, lang }),
  }))
  return writeWorkbook({ sheets: [cover, ...sheets] })
}

/** Spreadsheets refuse some signs in the name of a sheet, and more than 31 of any. */
function sheetName(text: string): string {
  return text.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

/** Metric figures beside what was said, so that they can be added up. */
function metricsOf(kind: DiaryKind): readonly (keyof typeof DIARY_FIELDS)[] {
  return ENTRY_KINDS[kind].fields.flatMap(({ type }) =>
    type.is === 'measure' && type.metric !== null ? [type.metric] : [],
  )
}

function columnsIn(kind: DiaryKind, lang: Language): WrittenColumn[] {
  const wide = (heading: string, width = 18) => ({ heading, width })
  return [
    wide(W.day[lang], 12),
    wide(W.summary[lang], 30),
    ...ENTRY_KINDS[kind].fields.map(({ label }) => wide(label[lang])),
    ...metricsOf(kind).map((key) => {
      const { name, unit } = DIARY_FIELDS[key]
      const said = { name: name[lang], unit: unitName(unit ?? '', lang) }
      return wide(fill(W.metric[lang], said))
    }),
    wide(W.more[lang], 30),
    wide(W.household[lang], 24),
    wide(W.writer[lang], 24),
    wide(W.recordedOn[lang], 12),
    wide(W.lateDays[lang], 12),
    wide(W.photoCount[lang], 8),
    wide(W.remarks[lang], 50),
  ]
}

async function* rowsIn(
  book: SeasonBook,
  { kind, lang }: { readonly kind: DiaryKind; readonly lang: Language },
): AsyncGenerator<WrittenCell[][]> {
  const metrics = metricsOf(kind)
  for await (const entries of book.entriesOf(kind)) {
    yield entries.map((entry) => cellsOf(entry, { kind, lang, metrics }))
  }
}

function cellsOf(
  entry: BookEntry,
  of: { readonly kind: DiaryKind; readonly lang: Language; readonly metrics: readonly string[] },
): WrittenCell[] {
  const { kind, lang, metrics } = of
  return [
    dayCell(entry.occurredOn, lang),
    entry.summary,
    ...ENTRY_KINDS[kind].fields.map((field) => fieldText(entry, field, lang)),
    ...metrics.map((name) => figureIn(entry, name)),
    strayText(entry, kind, lang),
    householdText(entry, lang),
    writerText(entry, lang),
    dayCell(vietnamDateOf(entry.recordedAt), lang),
    lateDays(entry),
    entry.photos,
    remarksText(entry, lang),
  ]
}

function figureIn({ details }: BookEntry, name: string): number | null {
  const value = details[name]
  if (typeof value === 'number') return value
  // A figure said in kilograms is its own metric.
  const { quantity, unit } = details
  return name === 'quantityKg' && unit === 'kg' && typeof quantity === 'number' ? quantity : null
}

function dayCell(day: string, lang: Language): WrittenCell {
  const on = toCalendarDate(day)
  return on === null ? formatOn(day, lang) : { on }
}
