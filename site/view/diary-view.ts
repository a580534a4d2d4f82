import {
  DIARY_STAGES,
  type DiaryStage,
  diaryDetails,
  diaryKind,
  isDiaryKind,
} from '../../worker/copy/diary.ts'
import { DIARY_WRITTEN as D } from '../../worker/copy/diary-sentences.ts'
import { fill } from '../../worker/copy/fill.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { SCAN_COPY } from '../../worker/copy/scan.ts'
import { latenessOf } from '../../worker/domain/diary/lateness.ts'
import { tellEntry, toldFields } from '../../worker/domain/diary/tell-entry.ts'
import type {
  DiaryView,
  EarlierDiaryView,
  ImageView,
} from '../../worker/domain/standing/provenance.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { actorName, byOn } from './vouched.ts'

export type DiaryStageView = {
  readonly stage: DiaryStage
  readonly title: string
  readonly count: string
  readonly period: string
  /** Whose word all of it is; null where they differ, and each says its own. */
  readonly declared: string | null
  readonly entries: readonly DiaryEntryView[]
}

export type DiaryEntryView = {
  readonly kind: string
  readonly occurredOn: string
  readonly date: string
  /** What was done, in one plain sentence. */
  readonly told: string
  /** True where the sentence is as somebody wrote it, in Vietnamese. */
  readonly isWritten: boolean
  /** What an auditor asks beside. */
  readonly details: readonly { readonly label: string; readonly text: string }[]
  readonly photos: readonly ImageView[]
  readonly declared: string
  readonly verified: string | null
  /** Late, for several households at once, as somebody else told it. */
  readonly tags: readonly string[]
  /** That it was corrected or taken back, when and why; null for what stands as it was first said. */
  readonly amended: string | null
  readonly takenBack: boolean
  /** What it said before, each in one line. */
  readonly earlier: readonly string[]
}

/** From sowing to what was done with the goods; what concerns the farm as a whole comes last. */
const STAGES = [
  'growing',
  'harvest',
  'packing',
  'transport',
  'farm',
] as const satisfies DiaryStage[]

/** A diary in the order it happened, folded by stage. */
export function diaryView(diary: readonly DiaryView[], lang: Language): readonly DiaryStageView[] {
  const inOrder = [...diary].sort(byOrder)
  const stages = Map.groupBy(inOrder, ({ kind }) => diaryKind(kind, lang).stage)
  return STAGES.flatMap((stage) => {
    const entries = stages.get(stage)
    if (entries === undefined) return []
    const views = entries.map((entry) => entryView(entry, lang))
    const declared = new Set(views.map((view) => view.declared))
    return [
      {
        stage,
        title: DIARY_STAGES[stage][lang],
        count: fill(SCAN_COPY.entries[lang], { count: entries.length }),
        period: period(entries, lang),
        declared: declared.size === 1 ? (views[0]?.declared ?? null) : null,
        entries: views,
      },
    ]
  })
}

/** By day, and within it as it was first written down; ids of a device grow with time. */
function byOrder(a: DiaryView, b: DiaryView): number {
  const [aFirst, bFirst] = [a.earlier.at(-1) ?? a, b.earlier.at(-1) ?? b]
  return (
    compare(a.occurredOn, b.occurredOn) ||
    compare(aFirst.recordedAt, bFirst.recordedAt) ||
    compare(aFirst.id, bFirst.id)
  )
}

function entryView(entry: DiaryView, lang: Language): DiaryEntryView {
  const words = wordsOf(entry, lang)
  return {
    kind: diaryKind(entry.kind, lang).name,
    occurredOn: entry.occurredOn,
    date: formatOn(entry.occurredOn, lang),
    ...words,
    photos: entry.photos,
    declared: fill(SCAN_COPY.declaredBy[lang], { name: actorName(entry.declaredBy, lang) }),
    verified:
      entry.verifiedBy &&
      byOn(entry.verifiedBy, {
        by: SCAN_COPY.verifiedBy,
        byOn: SCAN_COPY.verifiedByOn,
        lang,
      }),
    tags: tagsOf(entry, lang),
    amended: amendedText(entry, lang),
    takenBack: entry.takenBackAt !== null,
    earlier: entry.earlier.map((before) => earlierText(before, lang)),
  }
}

/** An entry by its kind in the reader's language; a line of a list as it was written. */
function wordsOf(
  { kind, entered, summary, details }: DiaryView,
  lang: Language,
): Pick<DiaryEntryView, 'told' | 'isWritten' | 'details'> {
  const fields = entered !== undefined && isDiaryKind(kind) ? toldFields(kind, entered, lang) : []
  const told = isDiaryKind(kind) ? tellEntry(kind, fields, lang) : null
  if (told !== null) return { told, isWritten: false, details: fields }
  const shown = fields.length > 0 ? fields : diaryDetails(details, lang)
  return { told: summary, isWritten: true, details: shown }
}

function tagsOf(entry: DiaryView, lang: Language): string[] {
  const { households = 0, isOnBehalf = false } = entry
  const late = lateText(entry, lang)
  return [
    ...(late === null ? [] : [late]),
    ...(households > 1 ? [fill(D.together[lang], { count: households })] : []),
    ...(isOnBehalf ? [D.onBehalf[lang]] : []),
  ]
}

/** A correction is no late entry: what counts is when the work was first written down. */
function lateText(entry: DiaryView, lang: Language): string | null {
  const { earlier, madeAt } = entry
  const { occurredOn } = entry
  const recordedAt = Date.parse((earlier.at(-1) ?? entry).recordedAt)
  const made = madeAt === undefined || earlier.length > 0 ? null : Date.parse(madeAt)
  if (!Number.isFinite(recordedAt)) return null
  const late = latenessOf({ occurredOn, recordedAt, madeAt: made })
  if (late === null) return null
  const text: string = (late.isOnlySentLate ? D.sentLate : SCAN_COPY.late)[lang]
  return fill(text, { days: late.days })
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

/** Entries in the order they happened. */
function period(entries: readonly DiaryView[], lang: Language): string {
  const oldest = entries[0]?.occurredOn ?? ''
  const newest = entries.at(-1)?.occurredOn ?? ''
  return newest === oldest
    ? formatOn(newest, lang)
    : `${formatOn(oldest, lang)} – ${formatOn(newest, lang)}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
