import { HELP_WORDS } from '../../worker/copy/commands/help-words.ts'
import { fill } from '../../worker/copy/fill.ts'
import { BATCH_SPEC } from '../../worker/domain/lists/records/batch-spec.ts'
import { CODE_SPEC } from '../../worker/domain/lists/records/code-spec.ts'
import { DIARY_SPEC } from '../../worker/domain/lists/records/diary-spec.ts'
import { PROTECTION_SPEC } from '../../worker/domain/lists/records/protection-spec.ts'
import { SUCCESSION_SPEC } from '../../worker/domain/lists/records/succession-spec.ts'
import type { TableSpec } from '../../worker/lib/sheet/table/table-spec.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'

/** The table that a command reads, by the command's path. */
const TABLES: Readonly<Record<string, TableSpec>> = {
  'batches import': BATCH_SPEC,
  'codes import': CODE_SPEC,
  'diary import': DIARY_SPEC,
  'protection import': PROTECTION_SPEC,
  'units merge': SUCCESSION_SPEC,
}

/** Other headings of a column that are named beside its own. */
const MOST_NAMES = 3

/** The columns of the list that a command reads, as its help tells them; empty for one that reads none. */
export function listColumns(path: string, lang: Language): readonly string[] {
  const table = TABLES[path]
  if (table === undefined) return []
  const columns = table.columns.map((column) => {
    const { required, synonyms } = column
    const english = lang === 'vi' ? undefined : englishOf(synonyms)
    const label = english ?? column.label
    const others = english === undefined ? synonyms : [column.label, ...synonyms]
    const names = others.slice(0, MOST_NAMES).join(', ')
    const also = names === '' ? '' : `  (${fill(HELP_WORDS.also[lang], { names })})`
    return `  ${label}${required === true ? ' *' : ''}${also}`
  })
  return [HELP_WORDS.columns[lang], ...columns]
}

/** The English heading of a column: where it has any, they stand last. */
function englishOf(synonyms: readonly string[]): string | undefined {
  const last = synonyms.findLastIndex((name) => !ENGLISH.test(name))
  return synonyms[last + 1]
}

const ENGLISH = /^[A-Z][a-z]+(?: [a-z]+)*$/
