import type { Database } from '../../../db/client.ts'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import type { CodeStatus } from '../../../worker/domain/standing/types.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { makeContext, NOW } from '../../support/factories.ts'

const MINUTE = 60_000

/** Every decision of this file is later than the one before, so the newest is known. */
let clock = NOW

/** The instant of the latest decision. */
export const latestAt = () => clock

export function laterContext(db: Database): VerbContext {
  clock += MINUTE
  const at = clock
  return makeContext(db, { now: () => at })
}

export async function decide(
  db: Database,
  input: {
    codeId: string
    status: CodeStatus
    effectiveOn?: string
    amendsId?: string
    wording?: LocalText
    documentNo?: string
  },
): Promise<string> {
  const ctx = laterContext(db)
  const id = ctx.newId()
  await ctx.db.insert(codeStatusEvent).values({
    market: 'CHN',
    effectiveOn: '2026-06-10',
    ...input,
    id,
    recordedAt: ctx.now(),
    actor: 'test',
  })
  return id
}
