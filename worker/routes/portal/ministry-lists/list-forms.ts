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
import { BULK_MAX_BYTES } from '../codes/bulk.ts'
import { paperFile } from '../papers/paper-file.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { fileOf } from '../sites/form-text.ts'
import { ministryListPath, MINISTRY_PATH as PATH } from './list-path.ts'

const sendForm = recordForm({
  path: `${PATH}/send`,
  may: 'codes.grant',
  load: ({ ctx }) => previewSending(ctx, null),
  values: (_, { c, ctx }) => ({
    sentOn: vietnamDateOf(ctx.now()),
    market: marketAsked(c.req.query('market')) ?? '',
  }),
  stamp: ({ seen }) => ({ seen }),
  once: ({ ctx, texts }) => sendMinistryList({ ctx, input: { texts } }),
  back: PATH,
  done: ({ id }) => `${ministryListPath(id)}?done=sent`,
  page: ({ lang }, { loaded: { items } }) => {
    const markets = [...new Set(items.map(({ market }) => market))]
    return {
      title: W.sendTitle[lang],
      note: fill(W.sendNote[lang], { count: formatNumber(items.length, lang) }),
      save: W.send[lang],
      hidden: ['seen'],
      inputs: formInputs(MINISTRY_SENDING, {
        lang,
        choices: { market: markets.map((value) => ({ value, text: marketName(value, lang) })) },
      }),
    }
  },
})

const answerForm = recordForm({
  path: `${PATH}/sent/:id/answer`,
  may: 'codes.decide',
  maxBytes: BULK_MAX_BYTES,
  load: ({ ctx, param }) => openMinistryList(ctx, param('id'), 'codes.decide'),
  values: (_, { ctx }) => ({ outcome: 'active', effectiveOn: vietnamDateOf(ctx.now()) }),
  asks: MINISTRY_ANSWER,
  back: ({ row }) => ministryListPath(row.id),
  act: async ({ ctx, deps, form, texts }, { row: { id } }) => {
    const input = { id, texts, file: await fileOf(form, 'file') }
    return readMinistryAnswer({ ctx, files: deps.files, input })
  },
  done: ({ id }) => `/portal/codes/bulk/${encodeURIComponent(id)}`,
  page: ({ lang }, { loaded: { row } }) => ({
    title: fill(W.answerTitle[lang], { document: row.documentNo }),
    note: W.answerNote[lang],
    save: W.readOn[lang],
    file: paperFile({
      ...{ label: W.answerFile[lang], hint: W.answerFileHint[lang] },
      ...{ accept: '.xlsx,.xlsm,.csv', maxBytes: BULK_MAX_BYTES, isOptional: true },
    }),
  }),
})

const takeBackForm = recordForm({
  path: `${PATH}/sent/:id/take-back`,
  may: 'codes.grant',
  load: async ({ ctx, param }) => openMinistryList(ctx, param('id'), 'codes.grant'),
  asks: MINISTRY_TAKING_BACK,
  once: ({ ctx, texts }, { row }) => takeBackMinistryList({ ctx, input: { id: row.id, texts } }),
  back: ({ row }) => ministryListPath(row.id),
  done: 'takenBack',
  page: ({ lang }, { loaded: { row } }) => ({
    title: fill(W.takeBackTitle[lang], { document: row.documentNo }),
    note: W.takeBackNote[lang],
    save: W.takeBack[lang],
  }),
})

/** Marking a list as sent, its answer, and taking it back. */
export const listForms: readonly PortalRoute[] = [...sendForm, ...answerForm, ...takeBackForm]
