import { fill } from '../../../copy/fill.ts'
import { marketName } from '../../../copy/markets.ts'
import {
  CHECK_REFUSALS,
  CHECK_STATE_NAMES,
  CHECK_COPY as W,
} from '../../../copy/portal/pre-shipment.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { JudgedCheck } from '../../../domain/pre-shipment/judge-checks.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { BATCH_CHECK, CHECK_ALLOWANCE, CHECK_REQUEST } from '../../../resources/batch-check.ts'
import { formInputs } from '../../../resources/form.ts'
import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { batchSealed, conflict } from '../../../verbs/guard/refusals.ts'
import { allowCheck } from '../../../verbs/pre-shipment/allow-check.ts'
import { askException } from '../../../verbs/pre-shipment/ask-exception.ts'
import { checkName } from '../../../verbs/pre-shipment/check-text.ts'
import { openChecksOf } from '../../../verbs/pre-shipment/checks-of-batch.ts'
import { recordCheck } from '../../../verbs/pre-shipment/record-check.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { batchPath } from './batch-table.ts'
import { allowPath, askPath, recordPath } from './checks.ts'

const PATH = '/portal/batches/:ref/checks'

/** A check that the producer's records prove, an exception asked for, and an officer's exception. */
export const checkRoutes: readonly PortalRoute[] = [
  ...formRoute({
    path: `${PATH}/record`,
    may: 'batches.write',
    load: (portal) => openFor(portal, 'batches.write', ({ proofKind }) => proofKind === 'record'),
    values: ({ today, checks }) => ({ doneOn: today, check: checks[0]?.key ?? '' }),
    act: async (portal, { batch: { ref } }) => {
      const texts = typedValues(portal.form)
      await actOnce(portal, (ctx) => recordCheck({ ctx, input: { ref, texts } }))
      return `${batchPath(ref)}?done=checkRecorded#checks`
    },
    page: ({ lang }, { loaded: { batch, checks }, form }) => ({
      kind: 'portal/record',
      title: W.recordTitle[lang],
      note: W.recordNote[lang],
      id: null,
      action: recordPath(batch.ref),
      backHref: batchPath(batch.ref),
      save: W.save[lang],
      inputs: withChecks(formInputs(BATCH_CHECK, { lang }), checks, lang),
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/ask`,
    may: 'batches.write',
    load: (portal) => openFor(portal, 'batches.write', ({ blocks }) => blocks),
    values: ({ checks }) => ({ check: checks[0]?.key ?? '' }),
    act: async (portal, { batch: { ref } }) => {
      const texts = typedValues(portal.form)
      await actOnce(portal, (ctx) => askException({ ctx, input: { ref, texts } }))
      return `${batchPath(ref)}?done=exceptionAsked#checks`
    },
    page: ({ lang }, { loaded: { batch, checks }, form }) => ({
      kind: 'portal/record',
      title: fill(W.askTitle[lang], { lot: batch.lot }),
      note: W.askNote[lang],
      id: null,
      action: askPath(batch.ref),
      backHref: batchPath(batch.ref),
      save: W.askSave[lang],
      inputs: withChecks(formInputs(CHECK_REQUEST, { lang }), checks, lang),
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/allow`,
    may: 'batches.allow',
    load: (portal) => openFor(portal, 'batches.allow', ({ blocks }) => blocks),
    values: ({ checks }) => ({ check: checks[0]?.key ?? '' }),
    stamp: ({ version }) => ({ seen: version }),
    act: async (portal, { batch: { ref } }) => {
      const { seen = null, ...texts } = typedValues(portal.form)
      await actOnce(portal, (ctx) => allowCheck({ ctx, input: { ref, texts, seen } }))
      return `${batchPath(ref)}?done=checkAllowed#checks`
    },
    page: ({ lang }, { loaded: { batch, checks }, form }) => ({
      kind: 'portal/record',
      title: fill(W.allowTitle[lang], { lot: batch.lot }),
      note: W.allowNote[lang],
      id: null,
      action: allowPath(batch.ref),
      backHref: batchPath(batch.ref),
      save: W.allowSave[lang],
      hidden: ['seen'],
      inputs: withChecks(formInputs(CHECK_ALLOWANCE, { lang }), checks, lang),
      form,
    }),
  }),
]

async function openFor(
  { c, param, ctx }: Portal,
  may: Permission,
  fits: (check: JudgedCheck) => boolean,
) {
  const batch = await loadBatch(ctx, param('ref'), may)
  const isOver = batch.sealedAt !== null || batch.annulledAt !== null
  // One that was released while the form was filled in comes back with what was typed.
  if (isOver && c.req.method === 'GET') throw batchSealed(batch.ref)
  const { checks, version } = await openChecksOf(ctx, batch.id)
  const fitting = checks.filter(fits)
  if (fitting.length === 0 && c.req.method === 'GET') throw conflict(CHECK_REFUSALS.notAsked)
  return { batch, version, checks: fitting, today: vietnamDateOf(ctx.now()) }
}

/** The checks there are to choose from, each with its market and how it stands. */
function withChecks(
  inputs: ReturnType<typeof formInputs>,
  checks: readonly JudgedCheck[],
  lang: Language,
) {
  const choices = checks.map((check) => ({
    value: check.key,
    text: `${checkName(check)[lang]} · ${marketName(check.market, lang)}: ${CHECK_STATE_NAMES[check.state][lang]}`,
  }))
  return inputs.map((input) =>
    input.name === 'check' ? { ...input, type: 'select' as const, choices } : input,
  )
}
