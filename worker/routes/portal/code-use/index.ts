import type { CodeUseWaiting } from '../../../../db/queries/code-use-waiting.ts'
import { asSentence } from '../../../copy/as-sentence.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { CODE_USE_COPY as W } from '../../../copy/portal/code-use.ts'
import { OBJECTION_NAMES, objectionPhrase } from '../../../copy/use-objections.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { choice, line, optionalLine } from '../../../resources/fields.ts'
import { codeUseWaiting, openCodeUse } from '../../../verbs/batches/code-use-waiting.ts'
import { decideCodeUse, seenOf } from '../../../verbs/batches/decide-code-use.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'

const PATH = '/portal/code-use'
const may = 'batches.allow'

const FORM = {
  fields: {
    decision: choice({ label: W.decision, choices: { allow: W.allow, refuse: W.refuse } }),
    reason: line({ max: 500, label: W.reason, hint: W.reasonHint }),
    documentNo: optionalLine({ max: 100, label: W.documentNo }),
  },
}

/** Officers on batches packed under a code of another holder. */
export const codeUseRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showList },
  ...recordForm({
    path: `${PATH}/:ref/:code`,
    may,
    load: ({ ctx, param }) => openCodeUse(ctx, { ref: param('ref'), code: param('code') }),
    stamp: ({ batch }) => ({ seen: seenOf(batch) }),
    asks: FORM,
    back: PATH,
    once: ({ ctx, param, texts }) => {
      const { decision, reason = '', documentNo = '', seen = null } = texts
      const input = {
        ...{ ref: param('ref'), code: param('code'), reason },
        // Whatever else was sent is refused with the choices there are.
        decision: decision as 'allow' | 'refuse',
        documentNo: documentNo.trim() === '' ? null : documentNo,
        seen,
      }
      return decideCodeUse({ ctx, input })
    },
    done: 'saved',
    page: ({ param, lang }, { loaded }) => {
      const { batch, packerName, holderName, objections } = loaded
      const code = param('code')
      return {
        title: fill(W.decideTitle[lang], { ref: batch.ref, code }),
        facts: [
          { label: W.by[lang], text: packerName },
          { label: W.holder[lang], text: holderName },
          { label: W.packedOn[lang], text: dayOf(batch.packedOn, lang) },
          { label: W.labels[lang], text: sealedText(batch.sealedAt, lang) },
          { label: W.quantity[lang], text: quantityText(batch, lang) },
          ...objections.map((objection) => ({
            label: W.why[lang],
            text: asSentence(objectionPhrase(objection, lang), lang),
          })),
        ],
        note: W.decideNote[lang],
        save: W.save[lang],
        hidden: ['seen'],
      }
    },
  }),
]

async function showList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  return showListPage(
    portal,
    { rows: await codeUseWaiting(ctx) },
    {
      words: W,
      columns: [
        column(W.batch, ({ productName, lot, ref, code }) => ({
          text: `${productName}, ${lot}`,
          href: `${PATH}/${ref}/${encodeURIComponent(code)}`,
          small: ref,
        })),
        column(W.by, ({ organisationName }) => organisationName),
        column(W.code, ({ code, holderName }) => ({ text: code, code: true, small: holderName })),
        column(W.packedOn, ({ packedOn }) => dayOf(packedOn, lang)),
        column(W.labels, ({ sealedAt }) => sealedText(sealedAt, lang)),
        column(W.why, ({ objections }) => whyOf(objections, lang)),
      ],
      done: { saved: W.saved },
    },
  )
}

/** In a word each; the figures stand on the page of the batch. */
function whyOf(objections: CodeUseWaiting['objections'], lang: Language): string {
  const kinds = objections === null ? ['none' as const] : objections.map(({ kind }) => kind)
  return kinds.map((kind) => OBJECTION_NAMES[kind][lang]).join(' · ')
}

function quantityText(
  { quantityValue: value, quantityUnit: unit }: { quantityValue: number; quantityUnit: string },
  lang: Language,
): string {
  return formatQuantity({ value, unit }, lang)
}

const sealedText = (at: number | null, lang: Language) =>
  (at === null ? W.notSealed : W.sealed)[lang]

const dayOf = (on: string | null, lang: Language) => (on === null ? null : formatOn(on, lang))
