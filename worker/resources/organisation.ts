import { organisation } from '../../db/schema/index.ts'
import { ORGANISATION_KINDS } from '../copy/names.ts'
import { ORGANISATION_STORY_IN, ORGANISATION_COPY as W } from '../copy/portal/organisation.ts'
import { hasGs1CheckDigit } from '../domain/label/gtin.ts'
import { holderKey } from '../domain/lists/records/holder-key.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { choice, line, optionalDay, optionalEmail, optionalLine, optionallyRead } from './fields.ts'
import { optionalLocalText } from './local-text-fields.ts'
import { fault } from './read-text.ts'
import { narrowed, resource } from './resource.ts'

/** A producer, cooperative, company or public body. The codes of its place follow from the names. */
export const ORGANISATION = resource({
  actions: { add: 'organisation.create', edit: 'organisation.update' },
  entity: 'organisation',
  noun: W.noun,
  table: organisation,
  may: { read: 'organisations.read', write: 'organisations.write' },
  target: ({ id: organisationId, provinceCode, communeCode }) => ({
    organisationId,
    place: { provinceCode, communeCode },
  }),
  touches: ({ id }) => ({ organisationIds: [id] }),
  fields: {
    name: line({ label: W.name, hint: W.nameHint, max: 200 }),
    kind: choice({ label: W.kind, choices: ORGANISATION_KINDS }),
    /** The day a natural person agreed to be named in public (Law 91/2025/QH15). */
    nameConsentOn: optionalDay({ label: W.consent, hint: W.consentHint }),
    taxNo: optionalLine({
      ...{ label: W.taxNo, hint: W.taxNoHint, row: 'numbers' },
      ...{ max: 20, code: true, inputmode: 'numeric' },
    }),
    gln: optionallyRead(
      { label: W.gln, hint: W.glnHint, row: 'numbers' },
      {
        max: 13,
        read: (text) => (/^\d{13}$/.test(text) && hasGs1CheckDigit(text) ? text : fault(W.glnOdd)),
        input: { maxlength: 13, inputmode: 'numeric', code: true },
      },
    ),
    address: optionalLine({ label: W.address, max: 300 }),
    provinceName: optionalLine({ label: W.province, max: 100, row: 'place' }),
    communeName: optionalLine({ label: W.commune, hint: W.communeHint, max: 100, row: 'place' }),
    hotline: optionalLine({ label: W.hotline, hint: W.hotlineHint, max: 30, type: 'tel' }),
    hotlineHours: optionalLine({ label: W.hotlineHours, hint: W.hotlineHoursHint, max: 100 }),
    /** Where letters go; never public. */
    email: optionalEmail({ label: W.email, hint: W.emailHint, odd: W.emailOdd }),
    story: optionalLocalText({
      ...{ label: W.story, hint: W.storyHint, labels: ORGANISATION_STORY_IN },
      ...{ max: 1_000, group: 'story' },
    }),
    people: optionalLine({ label: W.people, hint: W.peopleHint, max: 300, group: 'story' }),
    /** The day those people agreed to be named (Law 91/2025/QH15). */
    peopleConsentOn: optionalDay({
      ...{ label: W.peopleConsent, hint: W.peopleConsentHint, group: 'story' },
    }),
  },
  groups: { story: W.storyGroup },
  derive: ({ name }) => ({ nameFolded: foldVietnamese(name), nameKey: holderKey(name) }),
  initial: (now) => ({ createdAt: now }),
})

/** What an organisation says of itself to shoppers: all of it that its own people write. */
export const ORGANISATION_STORY = narrowed(ORGANISATION, {
  fields: ['hotline', 'hotlineHours', 'story', 'people', 'peopleConsentOn'],
  may: { read: 'organisations.story', write: 'organisations.story' },
})
