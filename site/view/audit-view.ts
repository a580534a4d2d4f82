import { fill } from '../../worker/copy/fill.ts'
import { formatAt } from '../../worker/copy/format.ts'
import { nameIn } from '../../worker/copy/names.ts'
import { AUDIT_COPY as W } from '../../worker/copy/portal/audit.ts'
import { AUDIT_FIELDS } from '../../worker/copy/portal/audit-fields.ts'
import {
  AUDIT_ACTIONS,
  AUDIT_ENTITIES,
  AUDIT_SOURCES,
} from '../../worker/copy/portal/audit-names.ts'
import { type ChangedField, changedFields } from '../../worker/domain/audit/changed-fields.ts'
import { FACT_LOG_NAMES } from '../../worker/domain/sites/fact-log-names.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { auditLabels } from '../../worker/resources/audit-labels.ts'
import type { AuditRowView } from '../models/audit.ts'
import { auditValueText, isPlumbing } from './audit-value.ts'

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
const FIELD_NAMES = { ...AUDIT_FIELDS, ...FACT_LOG_NAMES }

/** A change as the list shows it. What has no words of its own is shown as it stands in the log. */
export function auditRowView(
  row: AuditSource,
  lang: Language,
  reader: { readonly ofPlace: boolean } = { ofPlace: false },
): AuditRowView {
  const all = changedFields(row.before, row.after)
  const changes = all.filter(({ field }) => !isPlumbing(field))
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
    changes: changes.slice(0, MAX_CHANGES).map((change) => changeView(row.action, change, lang)),
    moreChanges: all.length - Math.min(changes.length, MAX_CHANGES),
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

function changeView(action: string, { field, before, after }: ChangedField, lang: Language) {
  return {
    label: nameIn({ ...FIELD_NAMES, ...auditLabels(action) }, field, lang),
    before: auditValueText({ field, value: before, lang }),
    after: auditValueText({ field, value: after, lang }),
  }
}
