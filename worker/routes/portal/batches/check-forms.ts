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
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { batchPath } from './batch-table.ts'

const PATH = '/portal/batches/:ref/checks'

/** A check that the producer's records prove, an exception asked for, and an officer's exception. */
export const checkRoutes: readonly PortalRoute[] = [
  ...recordForm({
    path: `${PATH}/record`,
    may: 'batches.write',
    load: (portal) => openFor(portal, 'batches.write', ({ proofKind }) => proofKind === 'record'),
    values: ({ today, checks }) => ({ doneOn: today, check: checks[0]?.key ?? '' }),
    once: ({ ctx, texts }, { batch: { ref } }) => recordCheck({ ctx, input: { ref, texts } }),
    back: ({ batch }) => batchPath(batch.ref),
    done: (_, { batch: { ref } }) => `${batchPath(ref)}?done=checkRecorded#checks`,
    page: ({ lang }, { loaded: { checks } }) => ({
      title: W.recordTitle[lang],
      note: W.recordNote[lang],
      save: W.save[lang],
      inputs: inputsOf(BATCH_CHECK, checks, lang),
    }),
  }),
  ...recordForm({
    path: `${PATH}/ask`,
    may: 'batches.write',
    load: (portal) => openFor(portal, 'batches.write', ({ blocks }) => blocks),
    values: ({ checks }) => ({ check: checks[0]?.key ?? '' }),
    once: ({ ctx, texts }, { batch: { ref } }) => askException({ ctx, input: { ref, texts } }),
    back: ({ batch }) => batchPath(batch.ref),
    done: (_, { batch: { ref } }) => `${batchPath(ref)}?done=exceptionAsked#checks`,
    page: ({ lang }, { loaded: { batch, checks } }) => ({
      title: fill(W.askTitle[lang], { lot: batch.lot }),
      note: W.askNote[lang],
      save: W.askSave[lang],
      inputs: inputsOf(CHECK_REQUEST, checks, lang),
    }),
  }),
  ...recordForm({
    path: `${PATH}/allow`,
    may: 'batches.allow',
    load: (portal) => openFor(portal, 'batches.allow', ({ blocks }) => blocks),
    values: ({ checks }) => ({ check: checks[0]?.key ?? '' }),
    stamp: ({ version }) => ({ seen: version }),
    back: ({ batch }) => batchPath(batch.ref),
    once: ({ ctx, texts: { seen = null, ...texts } }, { batch: { ref } }) =>
      allowCheck({ ctx, input: { ref, texts, seen } }),
    done: (_, { batch }) => `${batchPath(batch.ref)}?done=checkAllowed#checks`,
    page: ({ lang }, { loaded: { batch, checks } }) => ({
      title: fill(W.allowTitle[lang], { lot: batch.lot }),
      note: W.allowNote[lang],
      save: W.allowSave[lang],
      hidden: ['seen'],
      inputs: inputsOf(CHECK_ALLOWANCE, checks, lang),
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

/** What is asked, with the checks there are to choose from, each with its market and how it stands. */
function inputsOf(
  described: { readonly fields: object },
  checks: readonly JudgedCheck[],
  lang: Language,
) {
  const check = checks.map((each) => ({
    value: each.key,
    text: `${checkName(each)[lang]} · ${marketName(each.market, lang)}: ${CHECK_STATE_NAMES[each.state][lang]}`,
  }))
  return formInputs(described, { lang, choices: { check } })
}
