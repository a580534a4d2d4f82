import type { BookEntry } from '../../../../db/queries/season-book.ts'
import { DIARY_KINDS, type DiaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { SEASON_BOOK as W } from '../../../copy/season-book.ts'
import type { EntryField } from '../../../domain/diary/entry-kinds/field.ts'
import { type ReportBlock, type ReportColumn, renderReport } from '../../../lib/print/index.ts'
import { once } from '../../../lib/steps/once.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { bookFacts } from './book-facts.ts'
import { bookTally } from './book-tally.ts'
import {
  columnsOfKind,
  fieldsText,
  fieldText,
  householdText,
  recordedText,
  remarksText,
  strayText,
  writerText,
} from './entry-cells.ts'
import { MOST_OF_KIND, type SeasonBook } from './read-book.ts'

type Made = { readonly lang: Language; readonly now: number }

/** The book as PDF: cover, a table for each kind of work, what they come to, signatures. */
export function bookPdf(book: SeasonBook, made: Made): AsyncGenerator<Uint8Array> {
  // The printed face has no Chinese characters.
  const lang = made.lang === 'zh' ? 'en' : made.lang
  const { organisation, siteName } = book.season
  const name = `${W.title[lang]}: ${organisation}, ${siteName}`
  return renderReport({
    title: name,
    language: lang === 'vi' ? 'vi-VN' : 'en',
    blocks: blocksOf(book, { ...made, lang }),
    foot: (page) => fill(W.foot[lang], { name, page: formatNumber(page, lang) }),
  })
}

async function* blocksOf(book: SeasonBook, made: Made): AsyncGenerator<ReportBlock> {
  const { lang } = made
  const { season, kinds } = book
  yield { is: 'title', above: season.organisation, text: W.title[lang] }
  yield { is: 'facts', facts: bookFacts(book, made) }
  yield { is: 'note', text: W.note[lang] }
  yield { is: 'page' }
  if (kinds.length === 0) yield { is: 'note', text: W.nothing[lang] }
  const tally = bookTally()
  for (const [at, kind] of kinds.entries()) {
    yield { is: 'heading', text: `${at + 1}. ${DIARY_KINDS[kind].name[lang]}` }
    const columns = columnsIn(kind, lang)
    yield { is: 'table', columns, rows: rowsIn(book, { kind, tally, columns }) }
    const counted = tally.byKind.get(kind)
    if (counted !== undefined && counted.entries >= MOST_OF_KIND) {
      yield { is: 'note', text: fill(W.cut[lang], { count: formatNumber(MOST_OF_KIND, lang) }) }
    }
    if (kind === 'harvest' && counted !== undefined) {
      yield { is: 'note', text: harvestText(season.yieldKg, counted.kilograms, lang) }
    }
  }
  yield* overview(tally, lang)
  yield {
    is: 'signatures',
    of: [W.keeper, W.head, W.internal, W.auditor].map((label) => ({
      label: label[lang],
      text: W.signedBy[lang],
    })),
  }
}

/** A day is never torn apart. */
const DAY_CHARACTERS = 10

type Column = ReportColumn & { readonly cell: (entry: BookEntry) => string }

function columnsIn(kind: DiaryKind, lang: Language): Column[] {
  const { own, others } = columnsOfKind(kind)
  const day = { share: 1, characters: DAY_CHARACTERS }
  return [
    { ...day, heading: W.day[lang], cell: ({ occurredOn }) => formatOn(occurredOn, lang) },
    ...own.map((field) => ({
      heading: field.label[lang],
      share: SHARES[field.type.is],
      cell: (entry: BookEntry) => fieldText(entry, field, lang),
    })),
    { heading: W.more[lang], share: 1.4, cell: (entry) => moreText(entry, { kind, others, lang }) },
    { heading: W.household[lang], share: 0.9, cell: (entry) => householdText(entry, lang) },
    { heading: W.writer[lang], share: 1.1, cell: (entry) => writerText(entry, lang) },
    { ...day, heading: W.recordedOn[lang], cell: (entry) => recordedText(entry, lang) },
    { heading: W.remarks[lang], share: 1.5, cell: (entry) => remarksText(entry, lang) },
  ]
}

const SHARES: Readonly<Record<EntryField['type']['is'], number>> = {
  ...{ text: 1.35, product: 1.3, choice: 0.9, measure: 0.85 },
  ...{ count: 0.7, date: 0.9, time: 0.7 },
}

async function* rowsIn(
  book: SeasonBook,
  given: {
    readonly kind: DiaryKind
    readonly tally: ReturnType<typeof bookTally>
    readonly columns: readonly Column[]
  },
): AsyncGenerator<string[][]> {
  const { kind, tally, columns } = given
  for await (const entries of book.entriesOf(kind)) {
    tally.count(kind, entries)
    yield entries.map((entry) => columns.map(({ cell }) => cell(entry)))
  }
}

function moreText(
  entry: BookEntry,
  of: { readonly kind: DiaryKind; readonly others: readonly EntryField[]; readonly lang: Language },
): string {
  const { kind, others, lang } = of
  // A line of a list says its work in words of its own.
  const work = entry.entered === null ? entry.summary : ''
  const more = [work, fieldsText(entry, others, lang), strayText(entry, kind, lang)]
  return more.filter((text) => text !== '').join('; ')
}

function harvestText(officialKg: number | null, kilograms: number, lang: Language): string {
  const mass = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  const official = officialKg === null ? W.notYet[lang] : mass(officialKg)
  return fill(W.harvested[lang], { total: mass(kilograms), official })
}

async function* overview(
  { byKind }: ReturnType<typeof bookTally>,
  lang: Language,
): AsyncGenerator<ReportBlock> {
  if (byKind.size === 0) return
  const figure = (heading: string) => ({ heading, share: 1, isFigure: true })
  const rows = [...byKind].map(([kind, tally]) => [
    DIARY_KINDS[kind].name[lang],
    ...[tally.entries, tally.late, tally.checked, tally.withPhotos].map((each) =>
      formatNumber(each, lang),
    ),
  ])
  yield { is: 'heading', text: W.overview[lang] }
  yield {
    is: 'table',
    columns: [
      { heading: W.kind[lang], share: 4 },
      ...[W.entries, W.lateEntries, W.checked, W.withPhotos].map((name) => figure(name[lang])),
    ],
    rows: once(rows),
  }
}
