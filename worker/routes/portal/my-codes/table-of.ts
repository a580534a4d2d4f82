import type { TableCell } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'

/** A table of a section, its columns and what it says without rows in the reader's language. */
export function tableOf(
  columns: readonly LocalText[],
  lang: Language,
  given: { readonly rows: readonly (readonly TableCell[])[]; readonly empty: LocalText },
): NonNullable<DetailSection['table']> {
  return {
    columns: columns.map((name) => ({ name: name[lang] })),
    rows: given.rows,
    empty: given.empty[lang],
  }
}
