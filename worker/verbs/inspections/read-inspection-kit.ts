import { listOpenFindingsOf, listSitesToInspect } from '../../../db/queries/inspections.ts'
import { FINDING_SEVERITIES } from '../../domain/findings/kinds.ts'
import type { InspectionKit } from '../../domain/inspections/inspection-kit.ts'
import { FORM_SITE_KINDS } from '../../domain/inspections/kinds.ts'
import type { DatedReading } from '../context.ts'
import { boundsOf, mayAny } from '../guard/authorise.ts'
import { formsInUse } from '../inspection-forms/forms-in-use.ts'
import { readRuleLists } from './read-rule-lists.ts'

/** More places than a telephone shows; others are found by their codes when the minutes arrive. */
const MOST_SITES = 300
const MOST_FINDINGS = 500

/** What an inspector's device keeps to inspect without a network; null for who does not inspect. */
export async function readInspectionKit(ctx: DatedReading): Promise<InspectionKit | null> {
  if (!mayAny(ctx.actor, 'inspections.write')) return null
  const bounds = boundsOf(ctx, 'inspections.write')
  const [forms, rows] = await Promise.all([
    formsInUse(ctx),
    listSitesToInspect(ctx.db, { bounds, limit: MOST_SITES + 1 }),
  ])
  const kept = rows.slice(0, MOST_SITES)
  const siteIds = kept.map(({ id }) => id)
  const [found, { rules, rulesAt }] = await Promise.all([
    listOpenFindingsOf(ctx.db, { siteIds, limit: MOST_FINDINGS + 1 }),
    readRuleLists(ctx, kept),
  ])
  return {
    forms: forms.map(({ id, form }) => ({ id, form })),
    sites: kept.flatMap((row) => {
      const { id, name, commune, holder, code } = row
      const slot = FORM_SITE_KINDS.find((each) => each === row.slot)
      const at = rulesAt.get(id)
      const site = { id, name, commune, holder, code, ...(at === undefined ? {} : { rulesAt: at }) }
      return slot === undefined ? [] : [{ ...site, slot }]
    }),
    rules,
    findings: found.slice(0, MOST_FINDINGS).flatMap((row) => {
      const severity = FINDING_SEVERITIES.find((each) => each === row.severity)
      return severity === undefined ? [] : [{ ...row, severity }]
    }),
    isCut: rows.length > MOST_SITES || found.length > MOST_FINDINGS,
  }
}
