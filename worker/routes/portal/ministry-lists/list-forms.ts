import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { MINISTRY_COPY as W } from '../../../copy/portal/ministry-lists.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import {
  MINISTRY_ANSWER,
  MINISTRY_SENDING,
  MINISTRY_TAKING_BACK,
} from '../../../resources/ministry-list.ts'
import { openMinistryList } from '../../../verbs/ministry-lists/open-list.ts'
import { readMinistryAnswer } from '../../../verbs/ministry-lists/read-answer.ts'
import { previewSending, sendMinistryList } from '../../../verbs/ministry-lists/send-list.ts'
import { takeBackMinistryList } from '../../../verbs/ministry-lists/take-back-list.ts'
import { marketAsked } from '../../../verbs/ministry-lists/waiting-codes.ts'
import { actOnce } from '../act-once.ts'
import { BULK_MAX_BYTES } from '../codes/bulk.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { PortalRoute } from '../portal-route.ts'
import { fileOf } from '../sites/form-text.ts'
import { ministryListPath, MINISTRY_PATH as PATH } from './list-path.ts'

const MEBIBYTE = 1024 * 1024

const sendForm = formRoute({
  path: `${PATH}/send`,
  may: 'codes.grant',
  load: async ({ ctx, c }) => {
    const { items, seen } = await previewSending(ctx, null)
    const today = vietnamDateOf(ctx.now())
    return { items, seen, today, market: marketAsked(c.req.query('market')) }
  },
  values: ({ today, market }) => ({ sentOn: today, market: market ?? '' }),
  stamp: ({ seen }) => ({ seen }),
  act: async (portal) => {
    const texts = typedValues(portal.form)
    const { id } = await actOnce(portal, (ctx) => sendMinistryList({ ctx, input: { texts } }))
    return `${ministryListPath(id)}?done=sent`
  },
  page: ({ lang }, { loaded: { items }, form }) => {
    const markets = [...new Set(items.map(({ market }) => market))]
    return {
      kind: 'portal/record',
      title: W.sendTitle[lang],
      note: fill(W.sendNote[lang], { count: formatNumber(items.length, lang) }),
      id: null,
      action: `${PATH}/send`,
      backHref: PATH,
      save: W.send[lang],
      hidden: ['seen'],
      inputs: formInputs(MINISTRY_SENDING, { lang }).map((input) =>
        input.name === 'market'
          ? {
              ...input,
              choices: markets.map((value) => ({ value, text: marketName(value, lang) })),
            }
          : input,
      ),
      form,
    }
  },
})

const answerForm = formRoute({
  path: `${PATH}/sent/:id/answer`,
  may: 'codes.decide',
  maxBytes: BULK_MAX_BYTES,
  load: async ({ ctx, param }) => {
    const { row } = await openMinistryList(ctx, param('id'), 'codes.decide')
    return { row, today: vietnamDateOf(ctx.now()) }
  },
  values: ({ today }) => ({ outcome: 'active', effectiveOn: today }),
  act: async ({ ctx, deps, form }, { row }) => {
    const file = await fileOf(form, 'file')
    const input = { id: row.id, texts: typedValues(form), file }
    const { id } = await readMinistryAnswer({ ctx, files: deps.files, input })
    return `/portal/codes/bulk/${encodeURIComponent(id)}`
  },
  page: ({ lang }, { loaded: { row }, form }) => ({
    kind: 'portal/record',
    title: fill(W.answerTitle[lang], { document: row.documentNo }),
    note: W.answerNote[lang],
    id: null,
    action: `${ministryListPath(row.id)}/answer`,
    backHref: ministryListPath(row.id),
    save: W.readOn[lang],
    inputs: formInputs(MINISTRY_ANSWER, { lang }),
    file: {
      ...{ name: 'file', label: W.answerFile[lang], hint: W.answerFileHint[lang] },
      ...{ accept: '.xlsx,.xlsm,.csv', maxMb: BULK_MAX_BYTES / MEBIBYTE, isOptional: true },
    },
    form,
  }),
})

const takeBackForm = formRoute({
  path: `${PATH}/sent/:id/take-back`,
  may: 'codes.grant',
  load: async ({ ctx, param }) => openMinistryList(ctx, param('id'), 'codes.grant'),
  values: () => ({}),
  act: async (portal, { row }) => {
    const input = { id: row.id, texts: typedValues(portal.form) }
    await actOnce(portal, (ctx) => takeBackMinistryList({ ctx, input }))
    return `${ministryListPath(row.id)}?done=takenBack`
  },
  page: ({ lang }, { loaded: { row }, form }) => ({
    kind: 'portal/record',
    title: fill(W.takeBackTitle[lang], { document: row.documentNo }),
    note: W.takeBackNote[lang],
    id: null,
    action: `${ministryListPath(row.id)}/take-back`,
    backHref: ministryListPath(row.id),
    save: W.takeBack[lang],
    inputs: formInputs(MINISTRY_TAKING_BACK, { lang }),
    form,
  }),
})

/** Marking a list as sent, its answer, and taking it back. */
export const listForms: readonly PortalRoute[] = [...sendForm, ...answerForm, ...takeBackForm]
