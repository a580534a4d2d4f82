import { DIARY_STAGES, type DiaryStage, diaryDetails, diaryKind } from '../../worker/copy/diary.ts'
import { fill } from '../../worker/copy/fill.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { SCAN_COPY } from '../../worker/copy/scan.ts'
import type {
  DiaryView,
  EarlierDiaryView,
  ImageView,
} from '../../worker/domain/standing/provenance.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { ORDINARY_DAYS, recordedDaysAfter } from './recorded-days.ts'
import { actorName, byOn } from './vouched.ts'

export type DiaryStageView = {
  readonly stage: DiaryStage
  readonly title: string
  readonly count: string
  readonly period: string
  readonly entries: readonly DiaryEntryView[]
}

export type DiaryEntryView = {
  readonly kind: string
  readonly occurredOn: string
  readonly date: string
  readonly summary: string
  readonly details: readonly { readonly label: string; readonly text: string }[]
  readonly photos: readonly ImageView[]
  readonly declared: string
  readonly verified: string | null
  readonly late: string | null
  /** That it was corrected or taken back, when and why; null for what stands as it was first said. */
  readonly amended: string | null
  readonly takenBack: boolean
  /** What it said before, each in one line. */
  readonly earlier: readonly string[]
}

/** A diary newest first, folded by stage; the stage with the newest entry leads. */
export function diaryView(diary: readonly DiaryView[], lang: Language): readonly DiaryStageView[] {
  const newestFirst = [...diary].sort((a, b) => compare(b.occurredOn, a.occurredOn))
  const stages = new Map<DiaryStage, DiaryView[]>()
  for (const entry of newestFirst) {
    const { stage } = diaryKind(entry.kind, lang)
    stages.set(stage, [...(stages.get(stage) ?? []), entry])
  }
  return [...stages].map(([stage, entries]) => ({
    stage,
    title: DIARY_STAGES[stage][lang],
    count: fill(SCAN_COPY.entries[lang], { count: entries.length }),
    period: period(entries, lang),
    entries: entries.map((entry) => entryView(entry, lang)),
  }))
}

/** Whole days between the work and its entry in the diary, when that is late; null otherwise. */
export function lateDays(entry: Pick<DiaryView, 'occurredOn' | 'recordedAt'>): number | null {
  const days = recordedDaysAfter(entry.occurredOn, entry.recordedAt)
  return days !== null && days > ORDINARY_DAYS ? days : null
}

function entryView(entry: DiaryView, lang: Language): DiaryEntryView {
  // A correction is no late entry: what counts is when the work was first written down.
  const { recordedAt } = entry.earlier.at(-1) ?? entry
  const days = lateDays({ ...entry, recordedAt })
  return {
    kind: diaryKind(entry.kind, lang).name,
    occurredOn: entry.occurredOn,
    date: formatOn(entry.occurredOn, lang),
    summary: entry.summary,
    details: diaryDetails(entry.details, lang),
    photos: entry.photos,
    declared: fill(SCAN_COPY.declaredBy[lang], { name: actorName(entry.declaredBy, lang) }),
    verified:
      entry.verifiedBy &&
      byOn(entry.verifiedBy, {
        by: SCAN_COPY.verifiedBy,
        byOn: SCAN_COPY.verifiedByOn,
        lang,
      }),
    late: days === null ? null : fill(SCAN_COPY.late[lang], { days }),
    amended: amendedText(entry, lang),
    takenBack: entry.takenBackAt !== null,
    earlier: entry.earlier.map((before) => earlierText(before, lang)),
  }
}

function amendedText(entry: DiaryView, lang: Language): string | null {
  const { takenBackAt, earlier, recordedAt } = entry
  if (takenBackAt === null && earlier.length === 0) return null
  const text = takenBackAt === null ? SCAN_COPY.diaryCorrected : SCAN_COPY.diaryTakenBack
  const date = formatOn(vietnamDateOf(Date.parse(takenBackAt ?? recordedAt)), lang)
  return fill(text[lang], { date, reason: entry.reason ?? SCAN_COPY.noData[lang] })
}

function earlierText(entry: EarlierDiaryView, lang: Language): string {
  const details = diaryDetails(entry.details, lang).map(({ label, text }) => `${label}: ${text}`)
  const head = `${formatOn(entry.occurredOn, lang)} · ${diaryKind(entry.kind, lang).name}`
  const text = [head, entry.summary, ...details].filter((part) => part !== '').join(' · ')
  return fill(SCAN_COPY.diaryBefore[lang], { text })
}

function period(entries: readonly DiaryView[], lang: Language): string {
  const newest = entries[0]?.occurredOn ?? ''
  const oldest = entries.at(-1)?.occurredOn ?? ''
  return newest === oldest
    ? formatOn(newest, lang)
    : `${formatOn(oldest, lang)} – ${formatOn(newest, lang)}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
