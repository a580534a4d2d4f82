import type { DetailModel, Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import {
  APPLICATION_KIND_NAMES,
  APPLICATION_NEED_NAMES,
  APPLICATION_PAPER_NAMES,
  APPLICATION_STATE_NAMES,
  APPLICATION_STEP_NAMES,
  CHECK_OUTCOME_NAMES,
  FORM_PART_NAMES,
} from '../../../copy/portal/application-names.ts'
import { APPLICATION_RULES_COPY as RULES } from '../../../copy/portal/application-rules.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  type ShownApplication,
  showApplication,
} from '../../../verbs/applications/show-application.ts'
import { undecidedNotes } from '../calendar/undecided-notes.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import type { Portal } from '../portal-route.ts'
import { type Links, type Notes, showDetailPage } from '../show-detail-page.ts'
import { APPLICATIONS_PATH, applicationPath } from './application-path.ts'
import { ruleNotes, rulesSection } from './rules-section.ts'
import { formSection, grantedSection, historySection, paperSection } from './sections.ts'
import { STEP_PATHS } from './step-forms.ts'

const { started, saved, paperAdded, paperOut, moved, approvedNow } = W
const DONE = { started, saved, paperAdded, paperOut, moved, approvedNow }

/** `GET /portal/applications/{id}`. */
export async function showOneApplication(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showApplication(ctx, param('id'))
  const { row, number } = shown
  const actions = actionsOf(shown, lang)
  return showDetailPage(portal, {
    title: `${APPLICATION_KIND_NAMES[row.kind][lang]}: ${row.siteName}`,
    code: number,
    back: { href: APPLICATIONS_PATH, text: W.title },
    done: DONE,
    notes: notesOf(shown, { lang, today: vietnamDateOf(ctx.now()) }),
    ...actions,
    links: [...(actions.links ?? []), ...minutesLink(shown)],
    facts: factsOf(shown, lang),
    sections: [
      ...grantedSection(shown, lang),
      formSection(shown, lang),
      ...(row.closedAt === null ? rulesSection(shown.known, lang) : []),
      paperSection(shown, lang),
      historySection(shown, lang),
    ],
  })
}

function minutesLink({ minutesId }: ShownApplication): Links {
  if (minutesId === null) return []
  return [{ href: inspectionPath(minutesId), text: W.openMinutes }]
}

function notesOf(shown: ShownApplication, at: { lang: Language; today: string }): Notes {
  const { row, known, open, side, openSeasons } = shown
  const { lang, today } = at
  const { dueOn } = row
  const notes: Note[] = []
  if (dueOn !== null) {
    const due = formatOn(dueOn, lang)
    if (dueOn < today) notes.push({ kind: 'error', text: fill(W.lateNote[lang], { due }) })
    else if (side === 'holder') {
      notes.push({ kind: 'note', text: fill(W.waitsForOffice[lang], { due }) })
    }
    notes.push(...undecidedNotes(shown.undecided, lang))
  }
  const needs = [
    ...(known.facts.formComplete ? [] : (['form_complete'] as const)),
    ...(known.facts.papersComplete ? [] : (['papers_complete'] as const)),
  ]
  if (open.includes('submit') && needs.length > 0) {
    const what = needs.map((need) => APPLICATION_NEED_NAMES[need][lang]).join(', ')
    notes.push({ kind: 'warning', text: fill(W.missingNote[lang], { what }) })
  }
  const isFilling = row.state === 'draft' || row.state === 'supplement_requested'
  if (row.closedAt === null) notes.push(...ruleNotes(known, { lang, isFilling }))
  const { checkOutcome, actionsAccepted } = known.facts
  const waits = row.state === 'field_checked' && checkOutcome === 'passed_with_actions'
  if (waits && !actionsAccepted) notes.push({ kind: 'warning', text: RULES.actionsOpen[lang] })
  if (openSeasons > 0 && row.closedAt === null) {
    notes.push({ kind: 'note', text: fill(W.seasonNote[lang], { count: openSeasons }) })
  }
  return notes
}

/** What is done next: the first part that is not complete, a paper that is missing, else the next step. */
function actionsOf(
  { row, known, open, mayFill }: ShownApplication,
  lang: Language,
): Pick<DetailModel, 'primary' | 'links'> {
  const path = applicationPath(row.id)
  const steps = open.map((step) => ({
    href: `${path}/${STEP_PATHS[step]}`,
    text: APPLICATION_STEP_NAMES[step][lang],
  }))
  const [answer] = known.missing.answers
  const [paper] = known.missing.papers
  if (mayFill && answer !== undefined) {
    const text = FORM_PART_NAMES[answer.part][lang]
    const rest = steps.filter(({ href }) => !href.endsWith(`/${STEP_PATHS.submit}`))
    return { primary: { href: `${path}/form/${answer.part}`, text }, links: rest }
  }
  if (mayFill && paper !== undefined) {
    const rest = steps.filter(({ href }) => !href.endsWith(`/${STEP_PATHS.submit}`))
    const text = `${W.addPaper[lang]}: ${APPLICATION_PAPER_NAMES[paper][lang]}`
    return { primary: { href: `${path}/papers/new?kind=${paper}`, text }, links: rest }
  }
  // Leading on comes before asking back or ending it.
  const forward = open.findIndex((step) =>
    ['submit', 'pass_documents', 'approve', 'record_check'].includes(step),
  )
  const visit = open.indexOf('schedule_check')
  const primary = steps[forward === -1 ? visit : forward]
  return {
    ...(primary === undefined ? {} : { primary }),
    links: steps.filter((step) => step !== primary),
  }
}

function factsOf({ row, known }: ShownApplication, lang: Language) {
  const on = (day: string | null) => (day === null ? null : formatOn(day, lang))
  const place = [row.communeName, row.provinceName].filter((part) => part !== null).join(', ')
  const opened = row.openedByName ?? W.system[lang]
  const terms =
    row.workingDays === null || row.termBasis === null
      ? []
      : [
          {
            label: W.term[lang],
            text: fill(W.termText[lang], { days: row.workingDays, basis: row.termBasis }),
          },
        ]
  return [
    { label: W.state, text: APPLICATION_STATE_NAMES[row.state] },
    row.dueOn !== null && { label: W.due, text: on(row.dueOn) },
    { label: W.place, text: [row.siteName, place].filter((part) => part !== '').join(' · ') },
    { label: W.holder, text: row.organisationName },
    row.code !== null && { label: W.code, text: row.code, code: true },
    {
      label: W.markets,
      text: known.markets.map((market) => marketName(market, lang)).join(', ') || null,
    },
    { label: W.crops, text: known.crops.join(', ') || null },
    row.handedInOn !== null && { label: W.handedIn, text: on(row.handedInOn) },
    ...terms,
    { label: W.check, text: checkText({ row, known }, lang) },
    { label: W.typedBy, text: row.byOffice ? fill(W.byOffice[lang], { name: opened }) : opened },
  ]
}

function checkText(
  { row, known }: Pick<ShownApplication, 'row' | 'known'>,
  lang: Language,
): string {
  const { checkOn, checkOutcome } = row
  const day = checkOn === null ? '' : formatOn(checkOn, lang)
  if (checkOutcome !== null) {
    return fill(W.checkText[lang], { outcome: CHECK_OUTCOME_NAMES[checkOutcome][lang], day })
  }
  if (checkOn !== null) return fill(W.checkPlanned[lang], { day })
  return known.facts.checkRequired ? W.checkRequired[lang] : W.checkFree[lang]
}
