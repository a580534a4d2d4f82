import { sql } from 'drizzle-orm'
import {
  liftSuspension,
  suspendOrganisation,
} from '../../worker/verbs/organisations/suspend-organisation.ts'
import { type DemoContext, demoOrganisationId, exists } from './demo-context.ts'
import { CINNAMON_COOP } from './demo-organisations.ts'
import type { DemoStep } from './demo-sheets.ts'

const SUSPENDED_ON = -120
const LIFTED_ON = -112

/** A cooperative that was suspended for a week and goes on since, so that its page shows both. */
export function suspensionSteps(demo: DemoContext): DemoStep[] {
  return [
    { on: SUSPENDED_ON, run: () => suspend(demo) },
    { on: LIFTED_ON, run: () => lift(demo) },
  ]
}

async function suspend(demo: DemoContext): Promise<void> {
  if (await isLogged(demo, 'organisation.suspend')) return
  const organisationId = await demoOrganisationId(demo.db, CINNAMON_COOP)
  const texts = {
    suspendedOn: demo.calendar.on(SUSPENDED_ON),
    documentNo: '12/QĐ-MH',
    reason: 'Không xuất trình được sổ thu mua (minh họa)',
  }
  await suspendOrganisation({ ctx: demo.then(SUSPENDED_ON), input: { organisationId, texts } })
}

async function lift(demo: DemoContext): Promise<void> {
  if (await isLogged(demo, 'organisation.restore')) return
  const organisationId = await demoOrganisationId(demo.db, CINNAMON_COOP)
  const texts = { documentNo: '15/QĐ-MH', reason: 'Đã bổ sung sổ thu mua (minh họa)' }
  await liftSuspension({ ctx: demo.then(LIFTED_ON), input: { organisationId, texts } })
}

const isLogged = ({ db }: DemoContext, action: string) =>
  exists(db, sql`SELECT 1 FROM audit_log WHERE action = ${action}`)
