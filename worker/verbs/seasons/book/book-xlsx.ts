import type { BookEntry } from '../../../../db/queries/season-book.ts'
import { DIARY_FIELDS, DIARY_KINDS, type DiaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { SEASON_BOOK as W } from '../../../copy/season-book.ts'
import { unitName } from '../../../copy/units.ts'
import { ENTRY_KINDS } from '../../../domain/diary/entry-kinds/entry-kinds.ts'
import {
  dayCell,
  type ListColumn,
  rowsUnder,
  type WrittenCell,
} from '../../../lib/sheet/write/sheet-cells.ts'
import { type WrittenSheet, writeWorkbook } from '../../../lib/sheet/write/write-xlsx.ts'
import { once } from '../../../lib/steps/once.ts'
import type { Language } from '../../../lib/text/local-text.ts'
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
  const sheets = book.kinds.map((kind) => {
    const columns = columnsIn(kind, lang)
    const name = sheetName(DIARY_KINDS[kind].name[lang])
    return { sheetName: name, columns, rows: rowsIn(book, { kind, columns }) }
  })
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

function columnsIn(kind: DiaryKind, lang: Language): ListColumn<BookEntry>[] {
  const column = (heading: string, width: number, cell: ListColumn<BookEntry>['cell']) => {
    return { heading, width, cell }
  }
  return [
    column(W.day[lang], 12, ({ occurredOn }) => dayIn(occurredOn, lang)),
    column(W.summary[lang], 30, ({ summary }) => summary),
    ...ENTRY_KINDS[kind].fields.map((field) =>
      column(field.label[lang], 18, (entry) => fieldText(entry, field, lang)),
    ),
    ...metricsOf(kind).map((key) => {
      const { name, unit } = DIARY_FIELDS[key]
      const said = { name: name[lang], unit: unitName(unit ?? '', lang) }
      return column(fill(W.metric[lang], said), 18, (entry) => figureIn(entry, key))
    }),
    column(W.more[lang], 30, (entry) => strayText(entry, kind, lang)),
    column(W.household[lang], 24, (entry) => householdText(entry, lang)),
    column(W.writer[lang], 24, (entry) => writerText(entry, lang)),
    column(W.recordedOn[lang], 12, ({ recordedAt }) => dayIn(vietnamDateOf(recordedAt), lang)),
    column(W.lateDays[lang], 12, lateDays),
    column(W.photoCount[lang], 8, ({ photos }) => photos),
    column(W.remarks[lang], 50, (entry) => remarksText(entry, lang)),
  ]
}

async function* rowsIn(
  book: SeasonBook,
  {
    kind,
    columns,
  }: { readonly kind: DiaryKind; readonly columns: readonly ListColumn<BookEntry>[] },
): AsyncGenerator<(readonly WrittenCell[])[]> {
  for await (const entries of book.entriesOf(kind)) yield rowsUnder(columns, entries)
}

function figureIn({ details }: BookEntry, name: string): number | null {
  const value = details[name]
  if (typeof value === 'number') return value
  // A figure said in kilograms is its own metric.
  const { quantity, unit } = details
  return name === 'quantityKg' && unit === 'kg' && typeof quantity === 'number' ? quantity : null
}

function dayIn(day: string, lang: Language): WrittenCell {
  return dayCell(day) ?? formatOn(day, lang)
}
