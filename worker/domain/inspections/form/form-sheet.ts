import { fillAll } from '../../../copy/fill.ts'
import { FORM_FAULTS as F } from '../../../copy/refusals/inspection-forms.ts'
import { cellText } from '../../../lib/sheet/cell-text.ts'
import type { Sheet, Workbook } from '../../../lib/sheet/workbook.ts'
import { isOneSlip } from '../../../lib/text/is-one-slip.ts'
import type { LocalText, PartText } from '../../../lib/text/local-text.ts'
import { FORM_BOUNDS } from './form.ts'
import type { FormFault } from './form-fault.ts'

/** A row of a form's sheet, asked by its headings. */
export type FormRow = {
  readonly row: number
  readonly text: (column: string) => string
  /** In each language it is given in: `label`, `label::English (en)`. */
  readonly texts: (column: string) => PartText
  /** Tells that something is wrong with it. */
  readonly fault: (column: string | null, text: LocalText) => void
}

/** XLSForm's columns that ask for what is not done here: a form that fills one would mean more than it does. */
const NOT_USED: ReadonlySet<string> = new Set(
  'calculation default read_only repeat_count choice_filter trigger parameters media::image media::audio media::video image audio video'.split(
    ' ',
  ),
)

/** Columns a form is read by besides those it must have, and names that older tools gave to them. */
const MAY_HAVE = [
  'hint',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'appearance',
  'finding_if',
  'finding_severity',
]
const OLDER_NAMES: ReadonlyMap<string, string> = new Map([['relevance', 'relevant']])

const LANGUAGE_OF: readonly (readonly [pattern: RegExp, lang: keyof PartText])[] = [
  [/^(?:vi|.*\(vi\)|tiếng việt|vietnamese)$/, 'vi'],
  [/^(?:en|.*\(en\)|english)$/, 'en'],
  [/^(?:zh|.*\(zh\)|chinese|中文)$/, 'zh'],
]

/** The rows of a sheet of a form below its headings; null where it has none of that name. */
export function formRows(
  workbook: Workbook,
  name: string,
  { columns, faults }: { readonly columns: readonly string[]; readonly faults: FormFault[] },
): readonly FormRow[] | null {
  const sheet = workbook.sheets.find((each) => each.name.trim().toLowerCase() === name)
  if (sheet === undefined) return null
  const [head, ...below] = sheet.rows
  const headings = headingsOf(head, { sheet: name, faults })
  for (const column of headings.keys()) {
    const known = almost(column, columns)
    if (known === null) continue
    const text = fillAll(F.almostColumn, { column: column.slice(0, FORM_BOUNDS.name), known })
    faults.push({ sheet: name, row: head?.row ?? null, column, text })
  }
  for (const column of columns) {
    const there = [...headings.keys()].some((each) => each.split('::', 1)[0] === column)
    if (there) continue
    const text = fillAll(F.noColumn, { column })
    faults.push({ sheet: name, row: head?.row ?? null, column, text })
  }
  return below
    .map((row) => formRow(row, { sheet: name, headings, faults }))
    .filter((row) => [...headings.keys()].some((column) => row.text(column) !== ''))
}

/**
 * The column that a heading was to be; null for one that is known, and for one of somebody's own, which is
 * passed over. A rule in a misspelt column would be passed over too.
 */
function almost(heading: string, columns: readonly string[]): string | null {
  const [base = ''] = heading.split('::', 1)
  const known = [...columns, ...MAY_HAVE]
  if (base.length > FORM_BOUNDS.name || known.includes(base) || NOT_USED.has(heading)) return null
  const older = OLDER_NAMES.get(base)
  if (older !== undefined) return older
  const bare = (text: string) => text.replace(/[\s_-]/g, '')
  const meant = bare(base)
  return known.find((each) => bare(each) === meant || isOneSlip(bare(each), meant)) ?? null
}

function headingsOf(
  head: Sheet['rows'][number] | undefined,
  { sheet, faults }: { readonly sheet: string; readonly faults: FormFault[] },
): ReadonlyMap<string, number> {
  const headings = new Map<string, number>()
  for (const [at, cell] of (head?.cells ?? []).entries()) {
    const heading = cellText(cell).toLowerCase()
    if (heading === '') continue
    if (!headings.has(heading)) headings.set(heading, at)
    else {
      const text = fillAll(F.doubleColumn, { column: heading })
      faults.push({ sheet, row: head?.row ?? null, column: heading, text })
    }
  }
  return headings
}

function formRow(
  { row, cells }: Sheet['rows'][number],
  given: {
    readonly sheet: string
    readonly headings: ReadonlyMap<string, number>
    readonly faults: FormFault[]
  },
): FormRow {
  const { sheet, headings, faults } = given
  const fault: FormRow['fault'] = (column, text) => faults.push({ sheet, row, column, text })
  const text = (column: string) => {
    const at = headings.get(column)
    return at === undefined ? '' : cellText(cells[at])
  }
  for (const column of headings.keys()) {
    if (NOT_USED.has(column) && text(column) !== '') {
      fault(column, fillAll(F.columnNotUsed, { column }))
    }
  }
  return { row, text, fault, texts: (column) => textsOf(column, [...headings.keys()], text) }
}

function textsOf(
  column: string,
  headings: readonly string[],
  text: (column: string) => string,
): PartText {
  const found: Partial<Record<keyof PartText, string>> = {}
  const plain = text(column)
  if (plain !== '') found.vi = plain
  for (const heading of headings) {
    if (!heading.startsWith(`${column}::`)) continue
    const language = heading.slice(column.length + 2).trim()
    const [, lang] = LANGUAGE_OF.find(([pattern]) => pattern.test(language)) ?? []
    const said = text(heading)
    if (lang !== undefined && said !== '') found[lang] = said
  }
  return found
}
