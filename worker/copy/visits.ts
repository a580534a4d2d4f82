import type { whatToBring } from '../domain/monitoring/day-of-visits.ts'
import type { KitFinding, KitPaper, KitVisit } from '../domain/monitoring/kit-visit.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'
import { fill } from './fill.ts'
import { formatNumber, formatOn } from './format.ts'
import { CERTIFICATION_KIND_NAMES } from './portal/certification.ts'
import { INSPECTION_OUTCOME_NAMES } from './portal/inspections.ts'

/** A day of visits, in the portal and in the app. */
export const VISITS_COPY = {
  today: { vi: 'Việc hôm nay', en: 'Today’s visits', zh: '今日检查' },
  ahead: { vi: 'Những ngày tới', en: 'Days to come', zh: '未来几天' },
  none: { vi: 'Hôm nay không có lượt kiểm tra nào.', en: 'No visits today.', zh: '今日没有检查。' },
  route: {
    vi: 'Xếp theo đường đi ngắn, nơi chưa có tọa độ ở cuối.',
    en: 'In the order of a short way; places without a point come last.',
    zh: '按较短路线排列，无坐标的场所在最后。',
  },
  bring: { vi: 'Mang theo', en: 'To bring', zh: '携带' },
  forms: {
    vi: '{n} mẫu biên bản kiểm tra',
    en: '{n} forms of minutes',
    zh: '{n} 份检查记录表',
  },
  findings: {
    vi: 'hồ sơ {n} điểm chưa đạt cần xem lại',
    en: 'the files of {n} open findings',
    zh: '{n} 项待复查不符合项的资料',
  },
  papers: {
    vi: 'danh sách {n} giấy hết hạn hoặc sắp hết hạn để hỏi bản mới',
    en: 'the list of {n} papers that run out, to ask for newer ones',
    zh: '{n} 份到期或即将到期证件清单（索取新证）',
  },
  lastCheck: {
    vi: 'Kiểm tra gần nhất: {day}',
    en: 'Last checked: {day}',
    zh: '上次检查：{day}',
  },
  minutes: { vi: '{line} ({minutes})', en: '{line} ({minutes})', zh: '{line}（{minutes}）' },
  never: { vi: 'Chưa kiểm tra lần nào', en: 'Never checked', zh: '从未检查' },
  due: { vi: 'Hạn: {day}', en: 'Due: {day}', zh: '期限：{day}' },
  late: {
    vi: 'Dự kiến đi {day}, chưa đi',
    en: 'Was planned for {day}',
    zh: '原定 {day}，尚未检查',
  },
  finding: {
    vi: 'Điểm chưa đạt: {text}',
    en: 'Finding: {text}',
    zh: '不符合项：{text}',
  },
  action: { vi: 'Phải khắc phục: {text}', en: 'To put right: {text}', zh: '整改要求：{text}' },
  paper: {
    vi: '{kind} {number} có giá trị đến {day}',
    en: '{kind} {number} valid until {day}',
    zh: '{kind} {number} 有效期至 {day}',
  },
  map: { vi: 'Chỉ đường', en: 'Way there', zh: '导航' },
  noPoint: { vi: 'chưa có tọa độ', en: 'no point known', zh: '暂无坐标' },
} as const satisfies Record<string, LocalText>

/** What is taken along, a line each. */
export function bringLines(bring: ReturnType<typeof whatToBring>, lang: Language): string[] {
  return (['forms', 'findings', 'papers'] as const).flatMap((name) =>
    bring[name] === 0
      ? []
      : [fill(VISITS_COPY[name][lang], { n: formatNumber(bring[name], lang) })],
  )
}

/** What is known of a visit's place, a line each. */
export function visitLines(
  visit: KitVisit,
  { lang, today }: { readonly lang: Language; readonly today: string },
): string[] {
  const { plannedOn, dueOn, findings, papers } = visit
  const day = (on: string) => ({ day: formatOn(on, lang) })
  return [
    ...(plannedOn < today ? [fill(VISITS_COPY.late[lang], day(plannedOn))] : []),
    fill(VISITS_COPY.due[lang], day(dueOn)),
    lastCheckLine(visit, lang),
    ...findings.flatMap((finding) => findingLines(finding, lang)),
    ...papers.map((paper) => paperLine(paper, lang)),
  ]
}

function lastCheckLine(visit: KitVisit, lang: Language): string {
  const { lastCheckOn, lastMinutes, lastOutcome = null } = visit
  if (lastCheckOn === null) return VISITS_COPY.never[lang]
  const line = fill(VISITS_COPY.lastCheck[lang], { day: formatOn(lastCheckOn, lang) })
  const minutes = lastOutcome === null ? lastMinutes : INSPECTION_OUTCOME_NAMES[lastOutcome][lang]
  return minutes === null ? line : fill(VISITS_COPY.minutes[lang], { line, minutes })
}

function findingLines({ text, action, dueOn }: KitFinding, lang: Language): string[] {
  const due =
    dueOn === null ? '' : ` (${fill(VISITS_COPY.due[lang], { day: formatOn(dueOn, lang) })})`
  return [
    `${fill(VISITS_COPY.finding[lang], { text })}${due}`,
    ...(action === null ? [] : [fill(VISITS_COPY.action[lang], { text: action })]),
  ]
}

function paperLine({ kind, number, expiresOn }: KitPaper, lang: Language): string {
  const given = { kind: CERTIFICATION_KIND_NAMES[kind][lang], day: formatOn(expiresOn, lang) }
  return fill(VISITS_COPY.paper[lang], { ...given, number: number ?? '' }).replace(/ {2,}/g, ' ')
}
