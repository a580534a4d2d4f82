import type { HistoryView } from '../../../../site/models/sites.ts'
import type { Language } from '../../../domain/text.ts'
import { formatAt, formatNumber, formatOn } from '../../../domain/words/format.ts'
import { nameIn } from '../../../domain/words/names.ts'
import { SITE_DEEDS, SITE_FIELD_NAMES } from '../../../domain/words/portal/sites-names.ts'
import type { PageDeed } from '../../../verbs/sites/load-site-page.ts'

/** A deed of the audit log as the history of a place tells it: who, when, what from, what to. */
export function historyView(deed: PageDeed, lang: Language): HistoryView {
  const { at, who, action, before, after, reason } = deed
  const fields = Object.keys(SITE_FIELD_NAMES).filter(
    (field) => Object.hasOwn(before, field) || Object.hasOwn(after, field),
  )
  const changes = fields.flatMap((field) => {
    const [from, to] = [told(before[field], lang), told(after[field], lang)]
    if (from === to) return []
    const name = nameIn(SITE_FIELD_NAMES, field, lang)
    return [from === '' ? `${name}: ${to}` : `${name}: ${from} → ${to === '' ? '–' : to}`]
  })
  return {
    title: `${nameIn(SITE_DEEDS, action, lang)} · ${who}`,
    when: formatAt(at, lang),
    lines: [...changes, ...(reason === null ? [] : [`“${reason}”`])],
  }
}

const LONGEST = 160

/** Any value kept by the log, in few words. */
function told(value: unknown, lang: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return formatNumber(value, lang)
  if (Array.isArray(value)) return short(value.map((item) => told(item, lang)).join('; '))
  if (typeof value === 'object') {
    const parts = Object.values(value).map((part) => told(part, lang))
    return parts.filter((part) => part !== '').join(' ')
  }
  return short(formatOn(String(value), lang))
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
