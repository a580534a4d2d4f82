import {
  type ChangedField,
  changedFields,
  type FieldValue,
} from '../../worker/domain/audit/changed-fields.ts'
import type { Language } from '../../worker/domain/text.ts'
import { fill } from '../../worker/domain/words/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../worker/domain/words/format.ts'
import { MARKETS } from '../../worker/domain/words/markets.ts'
import { CODE_STATUS_NAMES, nameIn } from '../../worker/domain/words/names.ts'
import {
  AUDIT_ACTIONS,
  AUDIT_ENTITIES,
  AUDIT_FIELDS,
  AUDIT_SOURCES,
} from '../../worker/domain/words/portal/audit-names.ts'
import { AUDIT_WORDS as W } from '../../worker/domain/words/portal/audit-words.ts'
import type { AuditRowView } from '../models/audit.ts'

/** A row of the log with the names found for it; `before` and `after` are JSON texts. */
export type AuditSource = {
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly actorName: string | null
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly entityName: string | null
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly source: string
}

const MAX_CHANGES = 20
const LONGEST_VALUE = 300

/** A deed as the list shows it. What has no words of its own is shown as it stands in the log. */
export function auditRowView(
  row: AuditSource,
  lang: Language,
  reader: { readonly ofPlace: boolean } = { ofPlace: false },
): AuditRowView {
  const changes = changedFields(row.before, row.after)
  return {
    seq: row.seq,
    at: formatAt(row.at, lang),
    action: nameIn(AUDIT_ACTIONS, row.action, lang),
    entity: {
      kind: nameIn(AUDIT_ENTITIES, row.entity, lang),
      name: row.entityName ?? row.entityId,
      href: isClosed(row, reader) ? null : entityHref(row),
    },
    actor: {
      text: fill(W.by[lang], {
        name: actorName(row, lang),
        source: nameIn(AUDIT_SOURCES, row.source, lang),
      }),
      href: `/portal/audit?actor=${encodeURIComponent(row.actor)}`,
    },
    reason: row.reason === null ? null : fill(W.reason[lang], { text: row.reason }),
    changes: changes.slice(0, MAX_CHANGES).map((change) => changeView(change, lang)),
    moreChanges: Math.max(0, changes.length - MAX_CHANGES),
  }
}

function actorName({ actor, actorName: name }: AuditSource, lang: Language): string {
  const [kind = '', ...rest] = actor.split(':')
  const own = name ?? rest.join(':')
  if (kind === 'operator') return fill(W.operator[lang], { name: own })
  return kind === 'token' ? fill(W.token[lang], { name: own }) : own || actor
}

/** A list read in by the operator has its page for those alone to whom the whole register belongs. */
function isClosed({ entity, actor }: AuditSource, { ofPlace }: { readonly ofPlace: boolean }) {
  return ofPlace && entity === 'import_run' && !actor.startsWith('user:')
}

/** Where the thing stands in the portal; null for what has no page there. */
function entityHref({ action, entity, entityId, entityName }: AuditSource): string | null {
  switch (entity) {
    case 'code':
      return entityName === null ? null : `/portal/codes/${encodeURIComponent(entityName)}`
    case 'site':
      return entityName === null ? null : `/portal/sites/${encodeURIComponent(entityId)}`
    case 'organisation':
      return `/portal/organisations/${encodeURIComponent(entityId)}`
    case 'import_run':
      // Decisions on many codes have a page of their own.
      return /^codes\.(?:decide-many|undo-told)$/.test(action)
        ? `/portal/codes/bulk/${encodeURIComponent(entityId)}`
        : `/portal/imports/${encodeURIComponent(entityId)}`
    case 'batch':
      return entityName === null ? null : `/b/${encodeURIComponent(entityName)}`
    default:
      return null
  }
}

function changeView({ field, before, after }: ChangedField, lang: Language) {
  return {
    label: nameIn(AUDIT_FIELDS, field, lang),
    before: valueText(field, before, lang),
    after: valueText(field, after, lang),
  }
}

function valueText(field: string, value: FieldValue, lang: Language): string | null {
  if (value === null) return null
  if (typeof value === 'number') {
    return /At$/.test(field) ? formatAt(value, lang) : formatNumber(value, lang)
  }
  const text = String(value)
  if (field === 'status') return nameIn(CODE_STATUS_NAMES, text, lang)
  if (field === 'market') return nameIn(MARKETS, text, lang)
  if (/(?:On|^validTo)$/.test(field)) return formatOn(text, lang)
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`
}
