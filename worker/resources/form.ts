import type { Language, LocalText } from '../lib/text/local-text.ts'
import type { FormInput } from './form-input.ts'
import { fieldsOf } from './resource.ts'

/** What a form asks of a thing, as a page lays it out; `editing` leaves out what is settled. */
export function formInputs(
  described: { readonly fields: object; readonly groups?: Readonly<Record<string, LocalText>> },
  asked: { readonly lang: Language; readonly editing?: boolean; readonly group?: string },
): FormInput[] {
  const { lang, editing = false, group } = asked
  return fieldsOf(described)
    .filter(([, field]) => !(editing && field.fixed))
    .filter(([, field]) => group === undefined || field.group === group)
    .flatMap(([name, field]) =>
      field.inputs.map(({ suffix, label, hint, choices, initial: _, ...input }) => ({
        ...input,
        name: `${name}${suffix}`,
        label: label[lang],
        ...(hint === undefined ? {} : { hint: hint[lang] }),
        ...(choices === undefined ? {} : { choices: choicesIn(choices, lang) }),
        ...headingOf(described.groups?.[field.group]?.[lang]),
      })),
    )
}

/** What a form of something new says before anybody answered. */
export function initialTexts(described: { readonly fields: object }): Record<string, string> {
  const texts = fieldsOf(described).flatMap(([name, field]) =>
    field.inputs.flatMap(({ suffix, initial }) =>
      initial === undefined ? [] : [[`${name}${suffix}`, initial]],
    ),
  )
  return Object.fromEntries(texts)
}

function headingOf(group: string | undefined) {
  return group === undefined ? {} : { group }
}

function choicesIn(choices: object, lang: Language) {
  return Object.entries(choices).map(([value, text]) => ({ value, text: text[lang] }))
}
