import { listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import { asSentence } from '../../copy/as-sentence.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { APPLICATION_MESSAGES as W } from '../../copy/portal/application-messages.ts'
import type { ApplicationStep } from '../../domain/applications/workflow.ts'
import type { Change } from '../change.ts'
import type { Lookup } from '../context.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import type { OpenedApplication } from './open-application.ts'

type Told = NonNullable<Change['tell']>
type About = {
  readonly step: ApplicationStep
  readonly reason: string | null
  /** Of a visit. */
  readonly day: string | null
  readonly dueOn: string | null
}

/** Who is told of a step: the offices of what was handed in, the holder of what an office did. */
export async function messagesOfStep(
  ctx: Lookup,
  opened: OpenedApplication,
  about: About,
): Promise<Told> {
  const { step } = about
  const isByHolder = opened.side === 'holder'
  if (step === 'submit' || (step === 'withdraw' && isByHolder)) {
    const offices = await listOfficesOf(ctx.db, opened.row)
    const toOffices = offices.map(({ organisationId }) => ({
      ...{ organisationId, kind: 'application' as const },
      ...wordsOf(opened, about),
    }))
    return isByHolder ? toOffices : [...toOffices, toHolder(opened, about)]
  }
  return [toHolder(opened, about)]
}

function toHolder(opened: OpenedApplication, about: About): HolderMessage {
  const { organisationId: holderId } = opened.row
  return { holderId, kind: 'application', ...wordsOf(opened, about) }
}

function wordsOf({ row, number }: OpenedApplication, { step, reason, day, dueOn }: About) {
  const { title, body } = W[step]
  const values = {
    ...{ number, site: row.siteName, holder: row.organisationName },
    reason: inEach((lang) => (reason === null ? '' : asSentence(reason, lang))),
    day: inEach((lang) => (day === null ? '–' : formatOn(day, lang))),
    due: inEach((lang) => (dueOn === null ? '–' : formatOn(dueOn, lang))),
  }
  return {
    title: fillAll(title, values),
    body: fillAll(body, values),
    href: `/portal/applications/${encodeURIComponent(row.id)}` as const,
  }
}
