import type { SiteKind } from '../standing/types.ts'
import type { ApplicationSide } from './workflow.ts'

/** What an application asks for; all of them go the same way. */
export const APPLICATION_KINDS = [
  'new',
  'reissue',
  'renewal',
  'change_holder',
  'change_area',
  'change_households',
] as const
export type ApplicationKind = (typeof APPLICATION_KINDS)[number]

/** Parts of the form, each saved by itself. */
export const FORM_PARTS = [
  'change',
  'holder',
  'place',
  'households',
  'people',
  'goods',
  'growing',
  'rules',
  'commitment',
] as const
export type FormPart = (typeof FORM_PARTS)[number]

const PARTS: Readonly<Record<ApplicationKind, readonly FormPart[]>> = {
  new: ['place', 'people', 'goods', 'growing', 'rules', 'commitment'],
  reissue: ['change', 'place', 'people', 'commitment'],
  renewal: ['people', 'growing', 'rules', 'commitment'],
  change_holder: ['change', 'holder', 'commitment'],
  change_area: ['change', 'place', 'commitment'],
  change_households: ['change', 'households', 'commitment'],
}

/** The parts that an application of a kind is asked, in their order. */
export function partsOf(kind: ApplicationKind, slot: SiteKind): readonly FormPart[] {
  return PARTS[kind].filter((part) => part !== 'growing' || slot === 'growing_area')
}

/** What can be asked for a site of this slot: packing houses have no households. */
export function kindsFor(slot: SiteKind): readonly ApplicationKind[] {
  return APPLICATION_KINDS.filter((kind) => kind !== 'change_households' || slot === 'growing_area')
}

/** A visit can be required for these; nothing is to be seen of a new name or term. */
export function isSeenOnSite(kind: ApplicationKind): boolean {
  return kind === 'new' || kind === 'change_area'
}

/** True for what is said of a code that there is already. */
export function isAboutCode(kind: ApplicationKind): boolean {
  return kind !== 'new'
}

/** An answer of the form by its name, and the part it stands in. */
export type Answer = { readonly part: FormPart; readonly name: string }

type Asked = {
  readonly kind: ApplicationKind
  readonly slot: SiteKind
  readonly isExport: boolean
}

/** What must be answered before an application is handed in, in the order of the form. */
export function requiredAnswers({ kind, slot, isExport }: Asked): readonly Answer[] {
  return partsOf(kind, slot).flatMap((part) =>
    namesIn(part, { slot, isExport }).map((name) => ({ part, name })),
  )
}

function namesIn(part: FormPart, { slot, isExport }: Pick<Asked, 'slot' | 'isExport'>) {
  const isHouse = slot === 'packing_house'
  switch (part) {
    case 'change':
      return ['changeReason']
    case 'holder':
      return ['newHolder']
    case 'place':
      return isHouse ? ['capacityTPerDay'] : ['areaHa', 'householdCount']
    case 'households':
      return ['households']
    case 'people':
      return ['representative', 'phone', 'identityNo']
    case 'goods':
      return ['crops', 'markets']
    case 'growing':
      return ['harvestsPerYear', 'expectedYieldT', 'procedure', ...(isExport ? ['pestPlan'] : [])]
    // What markets ask is no fixed list: see `marketFaults`.
    case 'rules':
      return []
    case 'commitment':
      return ['committed']
  }
}

/** The answers that are still to be given. */
export function missingAnswers(
  asked: Asked,
  answers: Readonly<Record<string, string>>,
): readonly Answer[] {
  return requiredAnswers(asked).filter(({ name }) => (answers[name] ?? '').trim() === '')
}

/** The side whose step it is, by the place of who acts: a commune receives, a province decides. */
export function sideOf(actor: {
  readonly isHolder: boolean
  readonly communeCode: string | null
}): ApplicationSide {
  if (actor.isHolder) return 'holder'
  return actor.communeCode === null ? 'province' : 'commune'
}
