import type {
  InspectionKit,
  KitForm,
  KitInspectedSite,
} from '../../../worker/domain/inspections/inspection-kit.ts'
import type { InspectionDraft } from './inspection-draft.ts'

const LONGEST_CODE = 100

/** Where it is, as a draft has it. */
export type Placed = Pick<InspectionDraft, 'siteId' | 'siteName' | 'code' | 'rules'>

/** A place of this phone, with what its markets ask. */
export function placed(
  { rules = [] }: Pick<InspectionKit, 'rules'>,
  { id, name, code, rulesAt }: KitInspectedSite,
): Placed {
  const asked = rulesAt === undefined ? undefined : rules[rulesAt]
  return { siteId: id, siteName: name, code, rules: asked ?? null }
}

/** A place that this phone does not know: it is found by its code when the minutes arrive. */
export function typedCode(typed: string): Placed {
  return { siteId: null, siteName: '', code: typed.trim().slice(0, LONGEST_CODE), rules: null }
}

/** Forms for the kind of the place, where that is known, and of the inspection. */
export function formsFor(
  kit: InspectionKit,
  { siteId, kind }: Pick<InspectionDraft, 'siteId' | 'kind'>,
): readonly KitForm[] {
  const slot = kit.sites.find(({ id }) => id === siteId)?.slot
  return kit.forms.filter(
    ({ form }) => form.kinds.includes(kind) && (slot === undefined || form.siteKind === slot),
  )
}

/** The form that was chosen, where it does; else the first that does. */
export function formOf(kit: InspectionKit, draft: InspectionDraft): Pick<InspectionDraft, 'form'> {
  const forms = formsFor(kit, draft)
  const kept = draft.form
  const slot = kit.sites.find(({ id }) => id === draft.siteId)?.slot
  const does =
    kept?.form.kinds.includes(draft.kind) && (slot === undefined || kept.form.siteKind === slot)
  // A version that is out of use since stays with what was begun by it.
  return { form: does ? kept : (forms[0] ?? null) }
}
