import { readOrganisation } from '../../../db/queries/organisations.ts'
import { answerOfReceiver, isOpenCase, readReceiver } from '../../../db/queries/recall-cases.ts'
import { RECALL_COPY as W } from '../../copy/portal/recall.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { hashSecret } from '../accounts/link-secret.ts'
import { change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Actor, Call, Lookup, VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** What somebody says of goods they got: kilograms found, kilograms sent back, a line. */
export type RecallAnswer = {
  readonly foundKg: number | null
  readonly returnedKg: number | null
  readonly note: string | null
}

export type OpenedReceiver = NonNullable<Awaited<ReturnType<typeof readReceiver>>>

/** What somebody's link is about; `not_found` for a link that was never sent. */
export async function openReceiver(ctx: Lookup, secret: string): Promise<OpenedReceiver> {
  const found = await readReceiver(ctx.db, { secretHash: await hashSecret(secret) })
  if (found === null) throw notFound(THINGS.recall)
  return found
}

/** What a receiver says of the goods, by their link: whoever holds it answers, as often as they like. */
export async function answerRecall({
  ctx,
  input,
}: {
  ctx: Omit<VerbContext, 'actor'>
  input: { readonly secret: string; readonly answer: RecallAnswer }
}): Promise<void> {
  const opened = await openReceiver(ctx, input.secret)
  // The link stands for the right: it was sent to this receiver alone.
  const actor: Actor = { kind: 'operator', name: `receiver:${opened.receiver.id}` }
  await store({ ...ctx, actor }, { opened, answer: input.answer, byProducer: false })
}

/** The same, written down by who recalls, for somebody who answered by telephone. */
export async function noteAnswer({
  ctx,
  input,
}: Call<{ readonly receiverId: string; readonly answer: RecallAnswer }>): Promise<void> {
  const opened = await readReceiver(ctx.db, { id: input.receiverId })
  if (opened === null) throw notFound(THINGS.recall)
  await store(ctx, { opened, answer: input.answer, byProducer: true })
}

async function store(
  ctx: VerbContext,
  given: {
    readonly opened: OpenedReceiver
    readonly answer: RecallAnswer
    readonly byProducer: boolean
  },
): Promise<void> {
  const { opened, answer, byProducer } = given
  const { receiver, recall, sale } = opened
  const owner = await readOrganisation(ctx.db, recall.organisationId)
  if (owner === null) throw notFound(THINGS.organisation)
  for (const path of ['foundKg', 'returnedKg'] as const) {
    if ((answer[path] ?? 0) > sale.quantityKg) throw invalidField(path, W.moreThanSold)
  }
  const said = { ...answer, confirmedAt: ctx.now(), byProducer }
  await change(ctx, {
    may: 'recalls.write',
    target: targetOfOrganisation(owner),
    guards: [{ holds: isOpenCase(recall.id), refusal: () => conflict(W.isClosed) }],
    statements: [answerOfReceiver(ctx.db, { id: receiver.id, ...said })],
    audit: {
      action: 'recall.answer',
      entityId: recall.id,
      after: { receiver: receiver.id, ...answer, byProducer },
    },
    receipt: { id: receiver.id },
  })
}
