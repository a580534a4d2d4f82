import { formatNumber } from '../copy/format.ts'
import type { Language } from '../lib/text/local-text.ts'
import { fieldsOf } from './resource.ts'

/** Things in a table: its columns, and the cells of a row; figures stand by themselves, to the right. */
export function tableOf(
  described: { readonly fields: object },
  lang: Language,
  { without = [] }: { readonly without?: readonly string[] } = {},
) {
  const told = fieldsOf(described).filter(([name]) => !without.includes(name))
  const fields = told.map(([name, field]) => {
    const { label, sheet, show } = field
    return { name, label, show, number: sheet?.cell === 'area' || sheet?.cell === 'count' }
  })
  return {
    columns: fields.map(({ label, number }) => ({ name: label[lang], number })),
    cellsOf: (row: Readonly<Record<string, unknown>>) =>
      fields.map(({ name, show, number }) => {
        const value = row[name] ?? null
        // The heading says the unit.
        const isFigure = number && typeof value === 'number'
        return { text: isFigure ? formatNumber(value, lang) : show(value, lang) }
      }),
  }
}
