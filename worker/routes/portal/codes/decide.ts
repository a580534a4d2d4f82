import type { CodeEvent } from '../../../../db/queries/code-detail.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import type { CodeStatusModel, DecisionPreviewView } from '../../../../site/models/codes.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { codeStatusName } from '../../../copy/names.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { type DecisionForm, decideCode, reasonNamed } from '../../../verbs/codes/decide-code.ts'
import { wordingFor } from '../../../verbs/codes/decision-wording.ts'
import { paperOfDecision } from '../../../verbs/codes/paper-of-decision.ts'
import { previewDecision } from '../../../verbs/codes/preview-decision.ts'
import { type ShownCode, showCode } from '../../../verbs/codes/show-code.ts'
import { targetOf } from '../../../verbs/codes/target-of.ts'
import { requirePermission } from '../../../verbs/guard/authorise.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { marketChoices, reasonChoices, statusChoices } from './choices.ts'
import { decisionPreviewView } from './decision-preview.ts'

/** `GET /portal/codes/{code}/status?market=&amends=`. */
export async function showDecision(portal: Portal): Promise<Response> {
  const { c } = portal
  const shown = await readFor(portal)
  const asked = c.req.query('market') ?? ''
  const market = shown.today.find((each) => each.market === asked)?.market ?? ''
  const amended = shown.events.find(({ id }) => id === c.req.query('amends'))
  const values = amended === undefined ? { market } : valuesOf(amended)
  return show(portal, { shown, form: freshForm(values) })
}

/** A decision as it stands: what is not touched is said again, so that the public keeps it. */
function valuesOf(event: CodeEvent): Record<string, string> {
  const named = event.reason === null ? null : reasonNamed(event.reason)
  return {
    market: event.market,
    amends: event.id,
    status: event.status,
    effectiveOn: event.effectiveOn,
    reasonCode: event.reasonCode ?? named ?? 'corrected',
    reason: event.reason ?? '',
    documentNo: event.documentNo ?? '',
    wordingVi: event.wording?.vi ?? '',
    wordingEn: event.wording?.en ?? '',
    wordingZh: event.wording?.zh ?? '',
  }
}

/** `POST /portal/codes/{code}/status`. */
export async function recordDecision(portal: Portal): Promise<Response> {
  const { ctx, form, deps } = portal
  const shown = await readFor(portal)
  const typed = readDecision(portal)
  const intent = form.get('intent')
  if (intent === 'wording') return suggest(portal, { shown, typed })
  return answerForm(portal, {
    act: async () => {
      if (intent === 'preview') return await look(portal, { shown, typed })
      const also = await paperOf(portal, typed)
      const result = await decideCode({
        ...{ ctx, form: typed },
        ...(also === null ? {} : { also }),
      })
      deps.waitUntil(sendLetters(deps))
      const done = result.recorded ? 'decided' : 'unchanged'
      return seeOther(portal, `/portal/codes/${encodeURIComponent(result.code)}?done=${done}`)
    },
    refused: async (view, status) => {
      // Somebody may have decided meanwhile: the page shows what, and the next try knows of it.
      const fresh = status === 409 ? await readFor(portal) : shown
      return show(portal, { shown: fresh, form: view }, status)
    },
  })
}

/** The code for somebody who may decide on it. */
async function readFor({ param, ctx }: Portal): Promise<ShownCode> {
  const shown = await showCode(ctx, param('code'))
  requirePermission(ctx, 'codes.decide', targetOf(shown.code))
  return shown
}

function readDecision({ param, form }: Portal): DecisionForm {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    code: param('code'),
    ...{ market: text('market'), status: text('status'), effectiveOn: text('effectiveOn') },
    ...{ reasonCode: text('reasonCode'), reason: text('reason'), documentNo: text('documentNo') },
    ...{ wordingVi: text('wordingVi'), wordingEn: text('wordingEn') },
    wordingZh: text('wordingZh'),
    amends: text('amends') || null,
    expectedLastEventId: seenIn(text('seen'))[text('market')] ?? null,
    confirm: text('confirm') === '1',
  }
}

/** The last decision of each market as the form was opened with; markets it does not have had none. */
function seenIn(text: string): Readonly<Record<string, string>> {
  try {
    const seen: unknown = JSON.parse(text)
    return typeof seen === 'object' && seen !== null ? (seen as Record<string, string>) : {}
  } catch {
    return {}
  }
}

function seenOf({ today }: ShownCode): string {
  return JSON.stringify(
    Object.fromEntries(today.map(({ market, lastEventId }) => [market, lastEventId])),
  )
}

async function paperOf(
  { ctx, deps, form }: Portal,
  { documentNo }: DecisionForm,
): Promise<((eventId: string) => Statement[]) | null> {
  const file = form.get('paper')
  // A browser sends a nameless empty file where none was chosen.
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  return paperOfDecision({ ctx, files: deps.files, file, documentNo })
}

/** Shows what the decision would do; nothing is recorded. */
async function look(
  portal: Portal,
  { shown, typed }: { readonly shown: ShownCode; readonly typed: DecisionForm },
): Promise<Response> {
  const found = await previewDecision({ ctx: portal.ctx, form: typed })
  const preview = decisionPreviewView(found, shown, portal.lang)
  return show(portal, { shown, form: freshForm(typedValues(portal.form)), preview })
}

function suggest(
  portal: Portal,
  { shown, typed }: { readonly shown: ShownCode; readonly typed: DecisionForm },
): Promise<Response> {
  const wording = wordingFor(typed)
  const values = {
    ...typedValues(portal.form),
    ...(wording === null
      ? {}
      : { wordingVi: wording.vi, wordingEn: wording.en, wordingZh: wording.zh }),
  }
  return show(portal, { shown, form: { ...freshForm(values) } })
}

function show(
  portal: Portal,
  input: {
    readonly shown: ShownCode
    readonly form: FormView
    readonly preview?: DecisionPreviewView
  },
  status = 200,
): Promise<Response> {
  const { lang } = portal
  const { shown, form, preview = null } = input
  const { code } = shown.code
  const today = shown.today.find(({ market }) => market === form.values['market'])
  const amended = shown.events.find(({ id }) => id === form.values['amends'])
  return showPortalPage(
    portal,
    {
      kind: 'portal/codes/status',
      code,
      siteName: shown.code.siteName,
      form: {
        ...form,
        // After a conflict the page shows what was decided meanwhile, so it has been seen.
        values: {
          seen: seenOf(shown),
          ...form.values,
          ...(status === 409 ? { seen: seenOf(shown) } : {}),
        },
      },
      action: `/portal/codes/${encodeURIComponent(code)}/status`,
      markets: marketChoices(lang),
      statuses: statusChoices(lang),
      reasons: reasonChoices(lang),
      now: nowOf(shown, today, lang),
      preview,
      amends: amended === undefined ? null : { id: amended.id, text: amendedLine(amended, lang) },
    },
    status,
  )
}

function nowOf(
  shown: ShownCode,
  today: ShownCode['today'][number] | undefined,
  lang: Language,
): CodeStatusModel['now'] {
  if (today === undefined) return null
  const last = shown.events.find(({ id }) => id === today.lastEventId)
  return {
    name: marketName(today.market, lang),
    status: today.status,
    last: last === undefined ? null : lineOf(last, lang),
  }
}

function amendedLine(event: ShownCode['events'][number], lang: Language): string {
  const line = lineOf(event, lang)
  return event.reason === null ? line : `${line} · ${event.reason}`
}

function lineOf(event: ShownCode['events'][number], lang: Language): string {
  return [
    codeStatusName(event.status, lang),
    formatOn(event.effectiveOn, lang),
    event.documentNo,
    event.actorName,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
