import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import {
  INSPECTION_KIND_NAMES,
  INSPECTION_OUTCOME_NAMES,
} from '../../../worker/copy/portal/inspections.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { isRecord } from '../../../worker/domain/diary/parse-value.ts'
import { INSPECTION_KINDS, INSPECTION_OUTCOMES } from '../../../worker/domain/inspections/kinds.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import type { QueuedRecord } from '../outbox/record.ts'

/** What minutes in the queue say in few words: why, what it came to, what is to be put right. */
export function inspectionFacts({ body }: Pick<QueuedRecord, 'body'>, lang: Language) {
  const kind = INSPECTION_KINDS.find((each) => each === body['kind'])
  const outcome = INSPECTION_OUTCOMES.find((each) => each === body['outcome'])
  const findings = Array.isArray(body['findings']) ? body['findings'].filter(isRecord) : []
  return [
    ...(kind === undefined
      ? []
      : [{ label: W.kind[lang], text: INSPECTION_KIND_NAMES[kind][lang] }]),
    ...(outcome === undefined
      ? []
      : [{ label: W.outcome[lang], text: INSPECTION_OUTCOME_NAMES[outcome][lang] }]),
    ...(findings.length === 0
      ? []
      : [{ label: W.findings[lang], text: findings.map(({ text }) => String(text)).join('; ') }]),
  ]
}

/** The place of minutes, by its name where this phone knows it, else by the code that was typed. */
export function inspectedPlace({ body }: Pick<QueuedRecord, 'body'>, kit: FieldKit): string | null {
  const site = kit.inspection?.sites.find(({ id }) => id === body['siteId'])
  if (site !== undefined) return site.name
  return typeof body['code'] === 'string' ? body['code'] : null
}
