import { fill } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { INSPECTION_ANSWERS as W } from '../../copy/inspection-answers.ts'
import type { Language } from '../../lib/text/local-text.ts'
import type { Answer } from './answers.ts'
import { type FormItem, type InspectionForm, saidIn } from './form/form.ts'

type Asked = {
  readonly item: FormItem
  readonly lists: InspectionForm['lists']
  readonly lang: Language
}

/** An answer as people read it; photos as how many there are. */
export function answerText(answer: Answer, { item, lists, lang }: Asked): string {
  if (typeof answer === 'number') return formatNumber(answer, lang)
  if (typeof answer === 'string') {
    if (item.type === 'date') return formatOn(answer, lang)
    return item.type === 'select_one' ? choiceText(answer, { item, lists, lang }) : answer
  }
  if ('latitude' in answer) return pointText(answer, lang)
  if (item.type === 'image') return fill(W.photos[lang], { n: answer.length })
  return answer.map((each) => choiceText(each, { item, lists, lang })).join(', ')
}

/** `10,37512, 105,43891 (sai số 12 m)`; to about a metre. */
export function pointText(
  {
    latitude,
    longitude,
    accuracyM = null,
  }: {
    readonly latitude: number
    readonly longitude: number
    readonly accuracyM?: number | null | undefined
  },
  lang: Language,
): string {
  const [lat, lng] = [latitude.toFixed(5), longitude.toFixed(5)]
  if (accuracyM === null) return `${lat}, ${lng}`
  return fill(W.point[lang], { lat, lng, m: formatNumber(Math.round(accuracyM), lang) })
}

function choiceText(name: string, { item, lists, lang }: Asked): string {
  const list = item.list !== undefined && Object.hasOwn(lists, item.list) ? lists[item.list] : []
  const choice = list?.find((each) => each.name === name)
  return choice === undefined ? name : saidIn(choice.label, lang)
}
