import type { HistoryView } from '../../../../site/models/sites.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { nameIn } from '../../../copy/names.ts'
import { SITE_ACTIONS, SITE_FIELD_NAMES } from '../../../copy/portal/sites-names.ts'
import { FACT_LOG_NAMES } from '../../../domain/sites/fact-log-names.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { auditLabels } from '../../../resources/audit-labels.ts'
import type { KindField } from '../../../verbs/sites/kind-fields.ts'
import type { PageAction } from '../../../verbs/sites/load-site-page.ts'

/** A change of the audit log as the history of a place tells it: who, when, what from, what to. */
export function historyView(input: {
  readonly entry: PageAction
  /** What the kind of place asks for beside the common facts. */
  readonly fields: readonly KindField[]
  readonly lang: Language
}): HistoryView {
  const { entry, fields, lang } = input
  const { at, who, action, before, after, reason } = entry
  const changes = Object.entries(namesOf(action, fields)).flatMap(([field, name]) => {
    // A year takes no separator of thousands.
    const plain = fields.some(({ id, type }) => id === field && type === 'integer')
    const tell = (value: unknown) => told(plain && value != null ? String(value) : value, lang)
    const [from, to] = [tell(before[field]), tell(after[field])]
    if (from === to) return []
    return [lineOf({ name: name[lang], from, to })]
  })
  return {
    title: `${nameIn(SITE_ACTIONS, action, lang)} · ${who}`,
    when: formatAt(at, lang),
    lines: [...changes, ...(reason === null ? [] : [`“${reason}”`])],
  }
}

const { name, holder, communeName, provinceName, ...others } = SITE_FIELD_NAMES
const { hamlet, ...facts } = FACT_LOG_NAMES
const COMMON_NAMES: Readonly<Record<string, LocalText>> = {
  name,
  holder,
  hamlet,
  communeName,
  provinceName,
  ...facts,
  ...others,
}

/** Every field by its name; those of the kind stand after the common ones. */
function namesOf(
  action: string,
  fields: readonly KindField[],
): Readonly<Record<string, LocalText>> {
  const own = Object.fromEntries(fields.map(({ id, name }) => [id, name]))
  return { ...COMMON_NAMES, ...auditLabels(action), ...own }
}

function lineOf({ name, from, to }: Readonly<Record<'name' | 'from' | 'to', string>>): string {
  return from === '' ? `${name}: ${to}` : `${name}: ${from} → ${to === '' ? '–' : to}`
}

const LONGEST = 160

/** Any value kept by the log, in few words. */
function told(value: unknown, lang: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return formatNumber(value, lang)
  if (Array.isArray(value)) return short(value.map((item) => told(item, lang)).join('; '))
  if (typeof value === 'object') {
    const parts = Object.entries(value)
      // The same name without tones, kept for searching.
      .filter(([name]) => !name.endsWith('Folded'))
      .map(([, part]) => told(part, lang))
    return parts.filter((part) => part !== '').join(' ')
  }
  return short(formatOn(String(value), lang))
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
