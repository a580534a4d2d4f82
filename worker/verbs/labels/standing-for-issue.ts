import { readChangingFacts } from '../../../db/queries/runs.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { decideStanding } from '../../domain/standing/decide-standing.ts'
import type { StandingDecision } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { BuiltDocument } from '../batches/build-batch-document.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { standingFacts, toBatchFacts } from '../scan/batch-facts.ts'

/** The standing that a label issued now would have, from the same facts and by the same rules as a scan's. */
export async function standingForIssue(
  ctx: VerbContext,
  built: BuiltDocument,
): Promise<StandingDecision> {
  const { document } = built
  const today = vietnamDateOf(ctx.now())
  const changing = await readChangingFacts(ctx.db, { batchId: document.batchId, today })
  const none = { runs: '[]', suspects: '[]', scans: null }
  const texts = { document: JSON.stringify(document), ...changing, ...none }
  return decideStanding(standingFacts(toBatchFacts(texts, null), null), today)
}

/** Labels are refused for goods that may not be sold; the reasons stand in `errors`. */
export function standingStop(ref: string, decision: StandingDecision): Problem {
  const stops = decision.reasons.filter((reason) => reason.severity === 'stop')
  const reasons = inEach((lang) => stops.map(({ text }) => text[lang]).join(' '))
  return new Problem({
    code: 'standing_stop',
    text: fillAll(LABEL_REFUSALS.standingStop, { ref, reasons }),
    errors: stops.map((reason) => ({ path: reason.code, text: reason.text })),
  })
}
