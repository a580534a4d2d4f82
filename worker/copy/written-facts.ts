import { groupThousands } from '../lib/measure/group-thousands.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'
import { fill } from './fill.ts'

/** A text for a reader; `lang` where it stayed in the language it was written in. */
export type ReadText = { readonly text: string; readonly lang: 'vi' | undefined }

type Words = Pick<LocalText, 'en' | 'zh'>

/** Crops as they are named in the register, by their names without tones. */
const CROPS: Readonly<Record<string, Words>> = {
  xoai: { en: 'mango', zh: '芒果' },
  'sau rieng': { en: 'durian', zh: '榴莲' },
  'thanh long': { en: 'dragon fruit', zh: '火龙果' },
  chuoi: { en: 'banana', zh: '香蕉' },
  buoi: { en: 'pomelo', zh: '柚子' },
  cam: { en: 'orange', zh: '橙' },
  quyt: { en: 'mandarin', zh: '橘' },
  chanh: { en: 'lime', zh: '青柠' },
  mit: { en: 'jackfruit', zh: '菠萝蜜' },
  nhan: { en: 'longan', zh: '龙眼' },
  vai: { en: 'lychee', zh: '荔枝' },
  'chom chom': { en: 'rambutan', zh: '红毛丹' },
  'mang cut': { en: 'mangosteen', zh: '山竹' },
  'chanh leo': { en: 'passion fruit', zh: '百香果' },
  'chanh day': { en: 'passion fruit', zh: '百香果' },
  oi: { en: 'guava', zh: '番石榴' },
  na: { en: 'custard apple', zh: '番荔枝' },
  'dua hau': { en: 'watermelon', zh: '西瓜' },
  lua: { en: 'rice', zh: '水稻' },
  gao: { en: 'rice', zh: '大米' },
  ngo: { en: 'maize', zh: '玉米' },
  khoai: { en: 'sweet potato', zh: '红薯' },
  'khoai lang': { en: 'sweet potato', zh: '红薯' },
  'ca phe': { en: 'coffee', zh: '咖啡' },
  'ho tieu': { en: 'pepper', zh: '胡椒' },
  tieu: { en: 'pepper', zh: '胡椒' },
  dieu: { en: 'cashew', zh: '腰果' },
  ot: { en: 'chilli', zh: '辣椒' },
  rau: { en: 'vegetables', zh: '蔬菜' },
  'rau mau': { en: 'vegetables', zh: '蔬菜' },
  'rau an la': { en: 'leaf vegetables', zh: '叶菜' },
  'ca chua': { en: 'tomato', zh: '番茄' },
  'dua chuot': { en: 'cucumber', zh: '黄瓜' },
}

/** Names whose tones tell two crops apart. */
const TONED: Readonly<Record<string, Words>> = {
  dứa: { en: 'pineapple', zh: '菠萝' },
  dừa: { en: 'coconut', zh: '椰子' },
  mận: { en: 'plum', zh: '李' },
  lê: { en: 'pear', zh: '梨' },
  chè: { en: 'tea', zh: '茶' },
  trà: { en: 'tea', zh: '茶' },
  hồi: { en: 'star anise', zh: '八角' },
  quế: { en: 'cinnamon', zh: '肉桂' },
}

/** Crops of a place, by commas, in the reader's language; one that is not known stays as it is written. */
export function cropText(written: string, lang: Language): ReadText {
  if (lang === 'vi') return { text: written, lang: undefined }
  const names = written.split(/,\s*/)
  const words = names.map((name) => {
    const key = name.normalize('NFC').trim().toLowerCase()
    return (TONED[key] ?? CROPS[foldVietnamese(key)])?.[lang]
  })
  if (words.includes(undefined)) return { text: written, lang: 'vi' }
  return { text: words.join(lang === 'zh' ? '、' : ', '), lang: undefined }
}

const SHELF_LIFE =
  /^(\d{1,4}) (giờ|ngày|tuần|tháng|năm)(?: kể từ (?:ngày )?(đóng gói|sản xuất|thu hoạch))?(?: ở (\d{1,3}) ?°C)?\.?$/i

const SPANS: Readonly<Record<string, Words>> = {
  giờ: { en: 'hours', zh: '小时' },
  ngày: { en: 'days', zh: '天' },
  tuần: { en: 'weeks', zh: '周' },
  tháng: { en: 'months', zh: '个月' },
  năm: { en: 'years', zh: '年' },
}
const STARTS: Readonly<Record<string, Words>> = {
  'đóng gói': { en: ' from packing', zh: '（自包装日起）' },
  'sản xuất': { en: ' from production', zh: '（自生产日起）' },
  'thu hoạch': { en: ' from harvest', zh: '（自采收日起）' },
}
const AT: Words = { en: ' at {degrees} °C', zh: '，{degrees} °C 条件下' }

/** How long goods keep, in the reader's language where it is written in the usual way. */
export function shelfLifeText(written: string, lang: Language): ReadText {
  if (lang === 'vi') return { text: written, lang: undefined }
  const [, count, span = '', start = '', degrees] = SHELF_LIFE.exec(written.normalize('NFC')) ?? []
  const unit = SPANS[span.toLowerCase()]?.[lang]
  if (count === undefined || unit === undefined) return { text: written, lang: 'vi' }
  const one = lang === 'en' && Number(count) === 1 ? unit.slice(0, -1) : unit
  const from = STARTS[start.toLowerCase()]?.[lang] ?? ''
  const at = degrees === undefined ? '' : fill(AT[lang], { degrees })
  return { text: `${count}${lang === 'zh' ? '' : ' '}${one}${from}${at}`, lang: undefined }
}

const FOUND: Readonly<Record<string, Words>> = {
  'khong phat hien': { en: 'not detected', zh: '未检出' },
  dat: { en: 'passed', zh: '合格' },
  'khong dat': { en: 'not passed', zh: '不合格' },
  'am tinh': { en: 'negative', zh: '阴性' },
  'duong tinh': { en: 'positive', zh: '阳性' },
}

/** A figure of a laboratory with its unit, with the separators of the reader. */
export function measuredText(written: string, lang: Language): ReadText {
  const found = FOUND[foldVietnamese(written.normalize('NFC').trim())]
  if (found !== undefined) return { text: lang === 'vi' ? written : found[lang], lang: undefined }
  const text = written.replace(NUMBER, (number) => inReaders(number, lang))
  const hasWords = /[^ -~°µ×≤≥±–]/.test(text)
  return { text, lang: lang !== 'vi' && hasWords ? 'vi' : undefined }
}

const NUMBER = /\d[\d.]*(?:,\d+)?/g
/** Thousands by dots, decimals by a comma; any other figure is left as it is written. */
const VIETNAMESE = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/

function inReaders(number: string, lang: Language): string {
  if (lang === 'vi' || !VIETNAMESE.test(number)) return number
  const [whole = '', fraction] = number.replaceAll('.', '').split(',')
  const grouped = number.includes('.') ? groupThousands(whole, ',') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
