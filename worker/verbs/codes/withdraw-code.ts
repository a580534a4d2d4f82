import * as z from 'zod'
import { codeIsUnused, setCodeWithdrawn } from '../../../db/queries/code-grants.ts'
import { readCodeTargets } from '../../../db/queries/code-portal.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_MESSAGES } from '../../copy/portal/code-messages.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { findRegisterCode } from './find-register-code.ts'
import { targetOf } from './target-of.ts'

const input = z.object({ code: z.string().min(1).max(200), reason: lineField(500) })

export type WithdrawInput = z.input<typeof input>

/**
 * Takes back a code that was entered by mistake: it leaves the lists and still resolves. Refused
 * once a batch, a certificate or a later code rests on it; such a code is cancelled instead.
 */
export function withdrawCode(asked: Call<WithdrawInput>): Promise<{ code: string }> {
  return setWithdrawn(asked, asked.ctx.now())
}

/** Puts a code back that was taken out as entered by mistake. */
export function putCodeBack(asked: Call<WithdrawInput>): Promise<{ code: string }> {
  return setWithdrawn(asked, null)
}

async function setWithdrawn(
  { ctx, input: given }: Call<WithdrawInput>,
  at: number | null,
): Promise<{ code: string }> {
  requireAny(ctx, 'codes.grant')
  const fields = parseInput(input, given)
  const { code } = await findRegisterCode(ctx.db, fields.code)
  const [target] = await readCodeTargets(ctx.db, [code.id])
  if (target === undefined) throw new Error(`code ${code.code} has no site`)
  requirePermission(ctx, 'codes.grant', targetOf(target))
  if ((target.withdrawnAt === null) === (at === null)) return { code: code.code }
  const message = withdrawalMessage({ code: code.code, reason: fields.reason, back: at === null })
  const refusal = () => inUse(code.code)
  await change(ctx, {
    may: 'codes.grant',
    target: targetOf(target),
    guards: at === null ? [] : [{ holds: codeIsUnused(code.id), refusal }],
    statements: [setCodeWithdrawn(ctx.db, { codeId: code.id, at })],
    audit: {
      action: at === null ? 'code.put-back' : 'code.withdraw',
      entityId: code.id,
      before: { withdrawnAt: target.withdrawnAt },
      after: { withdrawnAt: at },
      reason: fields.reason,
    },
    touches: { codeIds: [code.id] },
    tell: [{ holderId: target.organisationId, kind: 'code', ...message }],
    otherwise: refusal,
  })
  return { code: code.code }
}

function inUse(code: string) {
  return conflict({
    vi: fill(W.inUse.vi, { code }),
    en: fill(W.inUse.en, { code }),
    zh: fill(W.inUse.zh, { code }),
  })
}

function withdrawalMessage(input: {
  readonly code: string
  readonly reason: string
  readonly back: boolean
}): { title: LocalText; body: LocalText; href: `/${string}` } {
  const { code, reason, back } = input
  const inEach = ({ vi, en, zh }: LocalText): LocalText => ({
    vi: fill(vi, { code, reason }),
    en: fill(en, { code, reason }),
    zh: fill(zh, { code, reason }),
  })
  return {
    title: inEach(back ? CODE_MESSAGES.putBack : CODE_MESSAGES.withdrawn),
    body: inEach(back ? CODE_MESSAGES.putBackBody : CODE_MESSAGES.withdrawnBody),
    href: `/portal/codes/${encodeURIComponent(code)}`,
  }
}
