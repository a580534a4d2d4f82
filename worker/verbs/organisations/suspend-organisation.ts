import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import { recordIs, updateRecord } from '../../../db/queries/records.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { suspensionTold } from '../../copy/portal/suspension.ts'
import { ORGANISATION_REFUSALS as R } from '../../copy/refusals/organisations.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { ORGANISATION } from '../../resources/organisation.ts'
import { inputOf } from '../../resources/resource.ts'
import { SUSPENSION, SUSPENSION_LIFTING } from '../../resources/suspension.ts'
import { change } from '../change.ts'
import type { Reading, VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile, notFound } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'

type Asked = {
  readonly ctx: VerbContext
  readonly input: {
    readonly organisationId: string
    readonly texts: Texts
    /** Since when it was suspended as whoever decides saw it, empty for not at all; as it is now where nothing was shown. */
    readonly seen?: string | undefined
  }
}

/** A suspension is decided for days to come, not for years. */
const MOST_DAYS_AHEAD = 366
const DAY_MS = 86_400_000

/** Suspends a producer from a day on: labels of its goods say so from then, and it is told. */
export async function suspendOrganisation({ ctx, input }: Asked): Promise<{ id: string }> {
  const before = await openSuspendable(ctx, input.organisationId)
  const { suspendedOn, ...grounds } = parseInput(inputOf(SUSPENSION), input.texts)
  if (suspendedOn > vietnamDateOf(ctx.now() + MOST_DAYS_AHEAD * DAY_MS)) {
    throw invalidField('suspendedOn', R.suspensionTooFar)
  }
  const { suspendedOn: since } = before
  if (since !== null) {
    throw conflict(fillAll(R.alreadySuspended, { on: inEach((lang) => formatOn(since, lang)) }))
  }
  return store(ctx, { before, seen: input.seen, suspendedOn, grounds })
}

/** Lifts a suspension: from now on labels say nothing of it, and the organisation is told. */
export async function liftSuspension({ ctx, input }: Asked): Promise<{ id: string }> {
  const before = await openSuspendable(ctx, input.organisationId)
  const grounds = parseInput(inputOf(SUSPENSION_LIFTING), input.texts)
  if (before.suspendedOn === null) throw conflict(R.notSuspended)
  return store(ctx, { before, seen: input.seen, suspendedOn: null, grounds })
}

/** An organisation that the actor may suspend; one they may not is simply not there. */
export async function openSuspendable(ctx: Reading, id: string): Promise<OrganisationRow> {
  requireAny(ctx, 'organisations.suspend')
  const row = await readOrganisation(ctx.db, id)
  if (row !== null && mayDo(ctx.actor, 'organisations.suspend', ORGANISATION.target(row))) {
    return row
  }
  throw notFound(ORGANISATION.noun)
}

async function store(
  ctx: VerbContext,
  decided: {
    readonly before: OrganisationRow
    readonly seen: string | undefined
    /** Null lifts the suspension. */
    readonly suspendedOn: string | null
    readonly grounds: { readonly reason: string; readonly documentNo: string }
  },
): Promise<{ id: string }> {
  const { before, seen, suspendedOn, grounds } = decided
  const { id, name } = before
  if (seen !== undefined && seen !== (before.suspendedOn ?? '')) throw editedMeanwhile()
  const authority = ctx.actor.kind === 'user' ? ctx.actor.organisationName : null
  const told = suspensionTold({ ...grounds, organisation: name, authority, suspendedOn })
  const { reason, documentNo } = grounds
  return change(ctx, {
    may: 'organisations.suspend',
    target: ORGANISATION.target(before),
    guards: [
      {
        holds: recordIs(ORGANISATION.table, { id, row: before, names: ['suspendedOn'] }),
        refusal: editedMeanwhile,
      },
    ],
    statements: [updateRecord(ctx.db, ORGANISATION.table, { id, set: { suspendedOn } })],
    audit: {
      action: suspendedOn === null ? 'organisation.restore' : 'organisation.suspend',
      entity: ORGANISATION.entity,
      entityId: id,
      before: { suspendedOn: before.suspendedOn },
      after: { suspendedOn, documentNo },
      reason,
    },
    touches: { organisationIds: [id] },
    // Its people do not read the register of organisations; the public page is theirs too.
    tell: [{ holderId: id, kind: 'system', ...told, href: `/o/${encodeURIComponent(id)}` }],
    receipt: { id },
  })
}
