/** What an organisation is. */
export const ORGANISATION_KINDS = [
  'household',
  'farm',
  'group',
  'cooperative',
  'company',
  'state',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]
