import { actionSteps } from './demo-actions.ts'
import { applicationSteps } from './demo-applications.ts'
import { makeCatalogue } from './demo-catalogue.ts'
import { codeUseSteps } from './demo-code-use.ts'
import type { DemoContext } from './demo-context.ts'
import { entrySteps } from './demo-entries.ts'
import { noticeSteps } from './demo-notices.ts'
import { purchaseSteps } from './demo-purchases.ts'
import { residueSteps } from './demo-residues.ts'
import { protectionSteps, seasonSteps } from './demo-seasons.ts'
import {
  batchListSteps,
  codeListSteps,
  type DemoStep,
  diarySteps,
  packingDays,
} from './demo-sheets.ts'
import { shipmentSteps } from './demo-shipments.ts'
import { siteSteps } from './demo-sites.ts'
import { suspensionSteps } from './demo-suspensions.ts'

/**
 * Makes the demo data through the verbs, in the order things happened. Every step leaves what is
 * there already, so a start that was cut off is taken up again.
 */
export async function makeDemo(demo: DemoContext): Promise<void> {
  await makeCatalogue(demo)
  const steps: DemoStep[] = [
    ...codeListSteps(demo),
    ...siteSteps(demo),
    ...suspensionSteps(demo),
    ...protectionSteps(demo),
    ...seasonSteps(demo),
    ...residueSteps(demo),
    ...(await batchListSteps(demo)),
    ...(await diarySteps(demo)),
    ...entrySteps(demo),
    ...(await actionSteps(demo, await packingDays())),
    ...noticeSteps(demo),
    ...codeUseSteps(demo),
    ...shipmentSteps(demo),
    ...purchaseSteps(demo),
    ...applicationSteps(demo),
  ]
  // Stable: of one day, lists come before what rests on them.
  for (const step of steps.toSorted((a, b) => a.on - b.on)) await step.run()
}
