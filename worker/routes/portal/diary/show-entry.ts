import type { Fact } from '../../../../site/models/portal-common.ts'
import { diaryDetails, diaryKind, isDiaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { SEASONS_COPY } from '../../../copy/portal/seasons.ts'
import { ENTRY_KINDS } from '../../../domain/diary/entry-kinds/entry-kinds.ts'
import { latenessOf } from '../../../domain/diary/lateness.ts'
import { valueText } from '../../../domain/diary/value-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { daysBetween, toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { type OpenedEntry, openEntry } from '../../../verbs/diary/open-entry.ts'
import type { Portal } from '../portal-route.ts'
import { seasonPath } from '../seasons/season-view.ts'
import { type Facts, type Links, type Notes, showDetailPage } from '../show-detail-page.ts'
import { diaryOfSite, entryPath } from './diary-path.ts'
import { historySection, photoSection, signalSection } from './entry-sections.ts'

const { recorded, corrected, takenBackDone, verifiedDone } = W
const DONE = { recorded, corrected, takenBackDone, verified: verifiedDone }

/** `GET /portal/diary/{id}`: what an entry says, how it came to be, what became of it. */
export async function showEntry(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await openEntry(ctx, param('id'))
  const { entry } = opened
  return showDetailPage(portal, {
    title: `${diaryKind(entry.kind, lang).name}, ${formatOn(entry.occurredOn, lang)}`,
    back: { href: diaryOfSite(entry.siteId), text: DIARY_COPY.title },
    done: DONE,
    notes: notesOf(opened, lang),
    links: [...linksOf(opened), ...seasonLink(opened)],
    buttons: [mayBeChecked(opened) && { action: `${entryPath(entry.id)}/verify`, text: W.verify }],
    facts: writtenFacts(opened, lang),
    sections: [
      { id: 'said', title: W.said, facts: saidFacts(opened, lang) },
      photoSection(opened, lang),
      signalSection(opened, lang),
      historySection(opened, lang),
    ],
  })
}

function isAsItStands({ entry }: OpenedEntry): boolean {
  return entry.amendedBy === null && !entry.retracts
}

function mayBeChecked(opened: OpenedEntry): boolean {
  return opened.mayVerify && !opened.mayWrite && isAsItStands(opened)
}

function notesOf(opened: OpenedEntry, lang: Language): Notes {
  const { entry, story } = opened
  const [head] = story.versions
  if (head !== undefined && head.id !== entry.id) {
    const on = formatOn(vietnamDateOf(head.recordedAt), lang)
    const text = head.retracts ? W.isTakenBack : W.isCorrected
    return [{ kind: 'warning', text: fill(text[lang], { on, reason: head.reason ?? '' }) }]
  }
  if (entry.retracts) {
    return [{ kind: 'warning', text: fill(W.isTakenBack[lang], { reason: entry.reason ?? '' }) }]
  }
  return [...waitingNote(entry, lang), ...findingNotes(entry, lang)]
}

function waitingNote({ occurredOn, allowedOn }: OpenedEntry['entry'], lang: Language): Notes {
  const [from, to] = [toCalendarDate(occurredOn), toCalendarDate(allowedOn ?? '')]
  if (from === null || to === null) return []
  const on = formatOn(to, lang)
  return [{ kind: 'note', text: fill(W.waiting[lang], { days: daysBetween(from, to), on }) }]
}

function findingNotes({ findings }: OpenedEntry['entry'], lang: Language): Notes {
  return (findings ?? []).map(({ text, isConfirmed }) =>
    isConfirmed
      ? { kind: 'note', text: fill(W.confirmed[lang], { text: text[lang] }) }
      : { kind: 'warning', text },
  )
}

function seasonLink({ entry: { seasonId } }: OpenedEntry): Links {
  return seasonId === null ? [] : [{ href: seasonPath(seasonId), text: SEASONS_COPY.season }]
}

function linksOf(opened: OpenedEntry): Links {
  const { entry, mayWrite, story } = opened
  const [head] = story.versions
  const path = entryPath(entry.id)
  if (head !== undefined && head.id !== entry.id) {
    return [{ href: entryPath(head.id), text: W.newest }]
  }
  if (!mayWrite || !isAsItStands(opened)) return []
  const amend = entry.entered === null ? 'correct' : 'amend'
  return [
    { href: `${path}/${amend}`, text: W.change },
    { href: `${path}/take-back`, text: W.takeBack },
  ]
}

/** Each field as it was entered, then what an auditor would look for in vain. */
function saidFacts({ entry }: OpenedEntry, lang: Language): Facts {
  const { kind, entered } = entry
  if (entered === null || !isDiaryKind(kind)) return [...diaryDetails(entry.details, lang)]
  const { fields } = ENTRY_KINDS[kind]
  const said = fields.flatMap((field) => {
    const value = entered[field.name]
    if (value === undefined) return []
    return [{ label: field.label[lang], text: valueText(field, value)[lang] }]
  })
  const missing = fields.filter(
    ({ asked, name }) => asked === 'expected' && entered[name] === undefined,
  )
  if (missing.length === 0) return said
  const text = missing.map(({ label }) => label[lang]).join(', ')
  return [...said, { label: W.missing, text }]
}

/** Whose word it is, who wrote it down, when and by which clock. */
function writtenFacts({ entry, households, story }: OpenedEntry, lang: Language): Facts {
  const late = lateText(entry, lang)
  const spoken = (entry.spoken ?? []).length > 0
  const fact = (label: keyof typeof W, text: string | null): Fact[] =>
    text === null ? [] : [{ label: W[label][lang], text }]
  return [
    ...fact('place', entry.siteName),
    ...fact('declaredBy', entry.declaredByName),
    ...fact('writtenBy', entry.writtenByName),
    ...fact('onBehalfOf', entry.onBehalfOf),
    ...fact('households', householdsText(households, lang)),
    ...fact('madeAt', madeAtText(entry, lang)),
    ...fact('recordedAt', formatAt(entry.recordedAt, lang)),
    late !== null && { label: DIARY_COPY.state, text: late },
    ...fact('spoken', spoken ? spokenText(entry, lang) : null),
    ...story.checks.map(({ verifiedByName, verifiedOn }) => ({
      label: W.verified,
      text: fill(W.verifiedBy[lang], { name: verifiedByName, on: formatOn(verifiedOn, lang) }),
    })),
  ]
}

function lateText(entry: OpenedEntry['entry'], lang: Language): string | null {
  const { occurredOn, recordedAt, madeAt, clockOffsetMs } = entry
  const made = madeAt === null ? null : madeAt + (clockOffsetMs ?? 0)
  const late = latenessOf({ occurredOn, recordedAt, madeAt: made })
  if (late === null) return null
  return fill((late.isOnlySentLate ? W.sentLate : W.late)[lang], { days: late.days })
}

function householdsText(households: OpenedEntry['households'], lang: Language): string | null {
  if (households.length === 0) return null
  const names = households.map(({ name }) => name).join(', ')
  if (households.length === 1) return names
  return `${fill(W.together[lang], { count: households.length })}: ${names}`
}

function madeAtText(entry: OpenedEntry['entry'], lang: Language): string | null {
  const { madeAt, clockOffsetMs } = entry
  if (madeAt === null) return null
  const time = formatAt(madeAt, lang)
  if (clockOffsetMs === null) return fill(W.madeAtUnknown[lang], { time })
  const seconds = Math.round(clockOffsetMs / 1_000)
  return seconds === 0 ? time : fill(W.madeAtClock[lang], { time, seconds })
}

function spokenText({ spoken, kind }: OpenedEntry['entry'], lang: Language): string {
  const fields = isDiaryKind(kind) ? ENTRY_KINDS[kind].fields : []
  const names = fields.filter(({ name }) => spoken?.includes(name))
  return names.map(({ label }) => label[lang]).join(', ')
}
