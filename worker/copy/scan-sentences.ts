import type { Language, LocalText } from '../lib/text/local-text.ts'
import { formatNumber, formatOn } from './format.ts'

type Scans = { readonly count: number; readonly firstOn: string | null }

/** Which label of its batch this is: `Tem số 42`, or the one all copies share (serial 0). */
export function serialSentence(serial: number | null, lang: Language): string {
  if (serial === null) return ''
  if (serial === 0) return WHOLE_BATCH[lang]
  switch (lang) {
    case 'vi':
      return `Tem số ${serial}`
    case 'en':
      return `Label no. ${serial}`
    case 'zh':
      return `标签序号 ${serial}`
  }
}

/**
 * How often the label was scanned before this scan. A label of its own unit that has been seen
 * before is a hint of copying on goods that should be new, and says so; a label shared by the
 * whole batch is expected to be scanned often.
 */
export function scanSentence(
  input: { readonly scans: Scans | null; readonly serial: number | null },
  lang: Language,
): string {
  const { scans, serial } = input
  if (scans === null) return NO_DATA[lang]
  if (serial === 0) return `${WHOLE_BATCH_NOTE[lang]}${countSentence(scans, lang)}`
  if (scans.count === 0) return FIRST_SCAN[lang]
  return `${countSentence(scans, lang)}${COPY_HINT[lang]}`
}

function countSentence({ count, firstOn }: Scans, lang: Language): string {
  if (count === 0) return FIRST_SCAN[lang]
  const n = formatNumber(count, lang)
  const on = firstOn === null ? null : formatOn(firstOn, lang)
  switch (lang) {
    case 'vi':
      if (count === 1) return `Trước lần này, tem đã được quét 1 lần${on ? `, ngày ${on}` : ''}.`
      return `Trước lần này, tem đã được quét ${n} lần${on ? `, lần đầu ngày ${on}` : ''}.`
    case 'en':
      if (count === 1) return `This label was scanned once before${on ? `, on ${on}` : ''}.`
      return `This label was scanned ${n} times before${on ? `, first on ${on}` : ''}.`
    case 'zh':
      if (count === 1) return `此前该标签被扫描过1次${on ? `（${on}）` : ''}。`
      return `此前该标签被扫描过${n}次${on ? `（首次：${on}）` : ''}。`
  }
}

const WHOLE_BATCH: LocalText = {
  vi: 'Tem chung của cả lô',
  en: 'Label shared by the whole batch',
  zh: '整批共用标签',
}

const WHOLE_BATCH_NOTE: LocalText = {
  vi: 'Mọi sản phẩm trong lô mang cùng một tem. ',
  en: 'Every item of the batch carries this same label. ',
  zh: '该批次所有产品使用同一标签。',
}

const FIRST_SCAN: LocalText = {
  vi: 'Đây là lần quét đầu tiên của tem này.',
  en: 'This is the first scan of this label.',
  zh: '这是该标签首次被扫描。',
}

const COPY_HINT: LocalText = {
  vi: ' Nếu hàng còn mới mà không phải bạn quét, tem có thể đã bị sao chép.',
  en: ' If the goods are new and it was not you, the label may have been copied.',
  zh: '如商品全新且并非您本人扫描，标签可能已被复制。',
}

const NO_DATA: LocalText = {
  vi: 'Số lần quét: chưa có dữ liệu.',
  en: 'Number of scans: no data yet.',
  zh: '扫描次数：暂无数据。',
}
