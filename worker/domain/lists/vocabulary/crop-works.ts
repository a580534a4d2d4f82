import type { DiaryKind } from '../../../copy/diary.ts'
import { foldVietnamese, tidyText } from '../../../lib/text/fold-vietnamese.ts'

/** What people call a piece of work on a crop. The same word may be another work on another crop. */
export interface CropWork {
  /** Empty for a word that says the same of every crop. */
  readonly crops: readonly string[]
  /** Verbs that say it where the crop is named, in the line (`hái chè`) or in its column (`hái`). */
  readonly verbs: readonly string[]
  readonly kind: DiaryKind
  /** First and last day of work it counts for; null for always. */
  readonly from: string | null
  readonly until: string | null
}

/**
 * Words of the trade, by crop. A word that comes to mean something else from a day on ends on the day
 * before and stands anew, so that an old diary is read as it was meant.
 */
export const CROP_WORKS: readonly CropWork[] = [
  work('harvest', [], ['gặt', 'hái trái', 'hái quả', 'bẻ trái', 'vụ hái', 'lứa hái', 'đợt hái']),
  work('harvest', ['chè', 'trà', 'chè búp'], ['hái', 'hái búp', 'cắt búp', 'vụ hái', 'lứa hái']),
  work('processing', ['chè', 'trà'], ['sao', 'vò', 'sấy', 'diệt men', 'ủ', 'lên men']),
  work('other', ['chè', 'trà'], ['đốn', 'đốn tỉa', 'đốn phớt', 'đốn đau']),
  work('harvest', ['ngô', 'bắp'], ['bẻ', 'bẻ trái', 'hái', 'gặt']),
  work('harvest', ['lúa', 'lúa nếp', 'nếp'], ['gặt', 'cắt', 'tuốt', 'gặt đập']),
  work('harvest', ['chuối'], ['cắt', 'chặt', 'cắt buồng', 'chặt buồng', 'đốn buồng']),
  work('harvest', ['dứa', 'khóm', 'thơm'], ['cắt', 'bẻ', 'chặt', 'hái']),
  work('harvest', ['mía'], ['chặt', 'đốn', 'cắt']),
  work('harvest', ['quế'], ['bóc', 'bóc vỏ', 'lột vỏ', 'khai thác']),
  work('harvest', ['cà phê', 'cafe', 'hồ tiêu', 'tiêu'], ['hái', 'tuốt', 'bẻ']),
  work('harvest', ['cao su'], ['cạo', 'cạo mủ', 'trút mủ']),
  work('harvest', ['nhãn', 'vải', 'chôm chôm'], ['bẻ', 'cắt', 'hái']),
  work('harvest', ['thanh long', 'sầu riêng', 'mít', 'nho'], ['cắt', 'hái']),
  work(
    'harvest',
    ['xoài', 'cam', 'bưởi', 'quýt', 'chanh', 'ổi', 'mận', 'bơ', 'na', 'dừa', 'chanh dây', 'ớt'],
    ['hái', 'bẻ', 'cắt trái', 'cắt quả'],
  ),
  work('harvest', ['sắn', 'mì', 'khoai mì', 'lạc', 'đậu phộng'], ['nhổ', 'dỡ', 'đào']),
  work('harvest', ['khoai', 'khoai lang', 'khoai tây', 'gừng', 'nghệ'], ['đào', 'dỡ', 'nhổ']),
  work('harvest', ['rau', 'rau muống', 'rau cải', 'cải', 'hành', 'hẹ'], ['cắt', 'hái', 'nhổ']),
]

/**
 * The work a line is about by the words of its crop: the crop's verb with the crop after it, or alone
 * where the column of the crop says which; a number or season may follow. Null where none says so.
 */
export function cropWorkOf(
  text: string,
  about: { readonly crop: string | null; readonly on: string | null },
  works: readonly CropWork[] = CROP_WORKS,
): DiaryKind | null {
  const line = wordsOf(text.slice(0, LONGEST))
  const crop = about.crop === null ? null : wordsOf(about.crop.slice(0, LONGEST))
  const isHeld = ({ from, until }: CropWork) =>
    about.on === null || ((from ?? '') <= about.on && about.on <= (until ?? '9999'))
  const found = works.find(
    (each) => isHeld(each) && (namesBoth(each, line) || (isOf(each, crop) && saysVerb(each, line))),
  )
  return found?.kind ?? null
}

/** No name of a work is longer; what follows tells nothing. */
const LONGEST = 200

/** A count, a season or a part of the day may follow a verb; another thing makes it another work. */
const MAY_FOLLOW = /^(?:(?:đợt|lần|lứa|vụ|xuân|hè|thu|đông|dot|lan|lua|vu|xuan|he|dong)(?= |$)|\d)/

function namesBoth({ verbs, crops }: CropWork, line: string): boolean {
  return verbs.some((verb) => {
    const after = afterWord(line, verb)
    return after !== null && crops.some((crop) => afterWord(after, crop) !== null)
  })
}

function saysVerb({ verbs }: CropWork, line: string): boolean {
  return verbs.some((verb) => {
    const after = afterWord(line, verb)
    return after !== null && (after === '' || MAY_FOLLOW.test(after))
  })
}

function isOf({ crops }: CropWork, crop: string | null): boolean {
  if (crops.length === 0) return true
  return crop !== null && crops.some((name) => afterWord(crop, name) !== null)
}

/**
 * What follows a word a text begins with; null where it begins otherwise. Tones count where there are
 * any: `hại` (to harm) and `hai` (two) are no harvest, but a line typed without tones is understood.
 */
function afterWord(text: string, word: string): string | null {
  for (const spelled of [word, foldVietnamese(word)]) {
    if (text === spelled) return ''
    if (!text.startsWith(`${spelled} `)) continue
    if (spelled === word || foldVietnamese(text) === text) return text.slice(spelled.length + 1)
  }
  return null
}

/** Lower-case words, a space between. */
function wordsOf(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

function work(kind: DiaryKind, crops: readonly string[], verbs: readonly string[]): CropWork {
  return { crops, verbs, kind, from: null, until: null }
}
