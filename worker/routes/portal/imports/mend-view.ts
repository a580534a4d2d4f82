import type { MendedView, MendView } from '../../../../site/models/imports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { MEND_COPY as M } from '../../../copy/portal/mends.ts'
import type { SheetMend, SheetMended } from '../../../lib/sheet/mend/cell-mend.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { CellToMend } from '../../../verbs/imports/cells-to-mend.ts'
import { MOST_MENDS } from '../../../verbs/imports/portal-limits.ts'

/** A cell as the form sent it: what it said, and what it is to say. */
export type TypedMend = SheetMend & { readonly was: string }

/** What a form says of cells, each by the fields that stand together. */
export function typedMends(form: FormData): TypedMend[] {
  const all = (name: string) => form.getAll(name).map(String)
  const [sheets, texts, was] = [all('sheet'), all('text'), all('was')]
  return all('cell').map((cell, i) => ({
    cell,
    sheet: sheets[i] ?? '',
    text: texts[i] ?? '',
    was: was[i] ?? '',
  }))
}

/** The refused cells of a preview to be written anew; null where there are none. */
export function mendView(
  toMend: readonly CellToMend[],
  given: {
    readonly path: string
    readonly lang: Language
    readonly mended: readonly SheetMended[]
    /** How many cells are refused in all. */
    readonly refused: number
    readonly typed: readonly TypedMend[]
  },
): MendView | null {
  const { path, lang, mended, refused, typed } = given
  if (toMend.length === 0) return null
  const shown = withinRoom(toMend, mended)
  const typedAt = new Map(typed.map(({ sheet, cell, text }) => [`${cell}\n${sheet}`, text]))
  const most = formatNumber(MOST_MENDS, lang)
  const isCut = shown.length < toMend.length || toMend.length >= MOST_MENDS
  return {
    action: `${path}/mend`,
    cells: shown.map(({ sheet, row, cell, column, subject, text, reasons }) => ({
      ...{ sheet, cell, was: text, reasons },
      label: fill(M.at[lang], { row: formatNumber(row, lang), column, cell }),
      hint: [
        ...(subject === '' || subject === text ? [] : [fill(M.about[lang], { subject })]),
        text === '' ? M.saysNothing[lang] : fill(M.says[lang], { text }),
      ].join('. '),
      text: typedAt.get(`${cell}\n${sheet}`) ?? text,
    })),
    note:
      shown.length === 0
        ? fill(M.full[lang], { most })
        : isCut && refused > shown.length
          ? fill(M.more[lang], { shown: formatNumber(shown.length, lang), most })
          : null,
  }
}

/** Cells that there is room for among those that can be mended; one mended already takes no more. */
function withinRoom(toMend: readonly CellToMend[], mended: readonly SheetMended[]): CellToMend[] {
  const keys = new Set(mended.map(({ sheet, cell }) => `${cell}\n${sheet}`))
  let room = MOST_MENDS - mended.length
  return toMend.filter(({ sheet, cell }) => {
    if (keys.has(`${cell}\n${sheet}`)) return true
    room -= 1
    return room >= 0
  })
}

/** What was mended, with what undoes each of it; null where nothing was. */
export function mendedView(
  mended: readonly SheetMended[],
  given: {
    readonly lang: Language
    /** Null where it is stored already. */
    readonly undoAction: string | null
  },
): MendedView | null {
  const { lang, undoAction } = given
  if (mended.length === 0) return null
  const said = (text: string) => (text === '' ? M.empty[lang] : text)
  return {
    undoAction,
    cells: mended.map(({ sheet, cell, before, after }) => ({
      ...{ sheet, cell },
      text: fill(M.line[lang], { cell, before: said(before), after: said(after) }),
      about: fill(M.cellOf[lang], { cell }),
    })),
  }
}
