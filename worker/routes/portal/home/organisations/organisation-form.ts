import type { addOrganisation } from '../../../../verbs/organisations/add-organisation.ts'

type Typed = Omit<Parameters<typeof addOrganisation>[0]['input'], 'sameNameOk'>

/** The fields of an organisation as typed; an empty one is none. */
export function organisationForm(form: FormData): Typed {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return {
    name: text('name') ?? '',
    // Whatever is not a kind is refused by the verb, with words.
    kind: (text('kind') ?? '') as Typed['kind'],
    ...{ nameConsentOn: text('nameConsentOn'), taxNo: text('taxNo'), gln: text('gln') },
    ...{ address: text('address'), hotline: text('hotline'), email: text('email') },
    ...{ communeName: text('communeName'), provinceName: text('provinceName') },
  }
}
