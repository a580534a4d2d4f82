import { fill } from '../../../copy/fill.ts'
import { MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { LONGEST_ANSWER } from '../../../domain/inspections/answers.ts'
import {
  type FormItem,
  type InspectionForm,
  saidIn,
} from '../../../domain/inspections/form/form.ts'
import type { PagePhotos, PageReading } from '../../../domain/inspections/read-page.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { FormInput } from '../../../resources/form-input.ts'

/** More choices than this are a list to open. */
const MOST_RADIOS = 6

/** The questions that are asked by what was answered so far, under the headings of the form. */
export function askInputs(
  { compiled, judged }: PageReading,
  { photos, lang }: { readonly photos: PagePhotos; readonly lang: Language },
): readonly FormInput[] {
  const inputs: FormInput[] = [{ name: 'on', label: W.day[lang], type: 'date', required: true }]
  let before: { readonly heading?: string; readonly lead?: string } = {}
  for (const [at, { item }] of compiled.items.entries()) {
    if (!judged.asked.has(at) || item.type === 'end_group') continue
    const label = saidIn(item.label, lang)
    if (item.type === 'begin_group') before = { ...before, heading: label }
    else if (item.type === 'note') before = { ...before, lead: label }
    else {
      const asked = questionInput(item, { lists: compiled.form.lists, photos, lang })
      inputs.push({ ...asked, ...before })
      before = {}
    }
  }
  return inputs
}

/** Photos that lie there with a box each, and a place for more. */
export function photoInput(
  name: string,
  of: { readonly label: string; readonly hashes: readonly string[]; readonly lang: Language },
): FormInput {
  const { label, hashes, lang } = of
  return {
    ...{ name, label, type: 'photos', hint: W.photosHint[lang] },
    choices: hashes.map((value, at) => ({ value, text: fill(W.keptPhoto[lang], { n: at + 1 }) })),
  }
}

function questionInput(
  item: FormItem,
  of: {
    readonly lists: InspectionForm['lists']
    readonly photos: PagePhotos
    readonly lang: Language
  },
): FormInput {
  const { lists, photos, lang } = of
  const name = `answers.${item.name}`
  const asked: FormInput = {
    ...{ name, label: saidIn(item.label, lang) },
    ...(item.required === true ? { required: true } : {}),
    ...(item.hint === undefined ? {} : { hint: saidIn(item.hint, lang) }),
  }
  switch (item.type) {
    case 'select_one':
    case 'select_multiple': {
      const list =
        item.list !== undefined && Object.hasOwn(lists, item.list) ? lists[item.list] : []
      const choices = (list ?? []).map((each) => ({
        ...{ value: each.name, text: saidIn(each.label, lang) },
      }))
      if (item.type === 'select_multiple') return { ...asked, choices, type: 'checks' }
      // What was chosen by a radio cannot be taken back.
      const isOpen = item.required === true && choices.length <= MOST_RADIOS
      return { ...asked, choices, type: isOpen ? 'radios' : 'select' }
    }
    case 'image':
      return {
        ...photoInput(name, { label: asked.label, hashes: photos[name] ?? [], lang }),
        ...(asked.hint === undefined ? {} : { lead: asked.hint }),
      }
    case 'date':
      return { ...asked, type: 'date' }
    case 'geopoint':
      return { ...asked, hint: asked.hint ?? W.pointHint[lang], maxlength: 60 }
    case 'integer':
      return { ...asked, inputmode: 'numeric', maxlength: 40 }
    case 'decimal':
      return { ...asked, inputmode: 'decimal', maxlength: 40 }
    case 'text':
    case 'note':
    case 'begin_group':
    case 'end_group':
      return {
        ...{ ...asked, maxlength: LONGEST_ANSWER },
        ...(item.appearance === 'multiline' ? { type: 'textarea' as const } : {}),
      }
  }
}
