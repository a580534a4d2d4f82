import { useId, useState } from 'preact/hooks'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { INSPECTION_KIND_NAMES } from '../../../worker/copy/portal/inspections.ts'
import { saidIn } from '../../../worker/domain/inspections/form/form.ts'
import type {
  InspectionKit,
  KitForm,
  KitInspectedSite,
} from '../../../worker/domain/inspections/inspection-kit.ts'
import { INSPECTION_KINDS, type InspectionKind } from '../../../worker/domain/inspections/kinds.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { Button } from '../parts/button.tsx'
import { Chips } from '../parts/chips.tsx'
import { FieldFrame } from '../parts/field-frame.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'
import { findPosition } from './find-position.ts'
import { formOf, formsFor, type Placed, placed, typedCode } from './placing.ts'
import type { Step } from './step.ts'

const MOST_SHOWN = 8

/** Where and why: a place of this phone by its name or code, any other by the code typed; then the form. */
export function PlaceStep({ account, draft, change, faultOf, onNext }: Step) {
  const id = useId()
  const t = useText()
  const [typed, setTyped] = useState('')
  const kit = account.kit.inspection
  if (kit === undefined) return <p class="line">{t(W.noKit)}</p>
  const put = (part: Placed) => change({ ...part, ...formOf(kit, { ...draft, ...part }) })
  const next = () => {
    // Asked once, when one is there; the questions need not wait for it. Online nobody is there.
    if (draft.place === null && draft.kind !== 'online') {
      void findPosition().then((place) => place !== null && change({ place }))
    }
    onNext()
  }
  return (
    <>
      <FieldFrame
        {...{ id, label: t(W.find), hint: t(W.findHint), isRequired: true }}
        fault={faultOf('siteId')}
      >
        <input
          {...{ id, type: 'search', value: typed, autocomplete: 'off' }}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </FieldFrame>
      <SiteRows {...{ kit, typed, put }} sites={sitesLike(kit, typed)} chosenId={draft.siteId} />
      {kit.isCut ? <p class="hint">{t(W.isCut)}</p> : null}
      <FormChoice {...{ kit, draft, change }} />
      <Button look="primary" text={W.toQuestions} onPress={next} />
    </>
  )
}

/** Places that are alike to what was typed, and the text itself as a code. */
function SiteRows(given: {
  readonly kit: InspectionKit
  readonly typed: string
  readonly sites: readonly KitInspectedSite[]
  readonly chosenId: string | null
  readonly put: (part: Placed) => void
}) {
  const { kit, typed, sites, chosenId, put } = given
  const t = useText()
  return (
    <ul class="rows">
      {sites.map((site) => (
        <li key={site.id}>
          <button
            type="button"
            class="row"
            aria-pressed={chosenId === site.id}
            onClick={() => put(placed(kit, site))}
          >
            <span>
              <strong>{site.name}</strong>
              <br />
              {[site.code, site.commune, site.holder].filter((part) => part !== '').join(' · ')}
            </span>
          </button>
        </li>
      ))}
      {typed.trim().length < 4 ? null : (
        <li>
          <Button
            look="row quiet"
            text={fill(t(W.byCode), { code: typed.trim() })}
            onPress={() => put(typedCode(typed))}
          />
        </li>
      )}
    </ul>
  )
}

/** Why one is there, and by which form. */
function FormChoice(given: Pick<Step, 'draft' | 'change'> & { readonly kit: InspectionKit }) {
  const { kit, draft, change } = given
  const t = useText()
  const { lang } = useAppState()
  const forms = formsFor(kit, draft)
  return (
    <>
      <Chips
        label={t(W.kind)}
        choices={INSPECTION_KINDS.map((kind) => ({
          ...{ key: kind, value: kind, text: t(INSPECTION_KIND_NAMES[kind]) },
        }))}
        chosen={(kind) => draft.kind === kind}
        onChoose={(kind: InspectionKind) => change({ kind, ...formOf(kit, { ...draft, kind }) })}
      />
      {forms.length === 0 ? <p class="fault">{t(W.noForm)}</p> : null}
      <Chips
        label={t(W.form)}
        choices={forms.map((form) => ({
          ...{ key: form.id, value: form, text: saidIn(form.form.title, lang) },
        }))}
        chosen={({ id: formId }: KitForm) => draft.form?.id === formId}
        onChoose={(form: KitForm) => change({ form })}
      />
    </>
  )
}

function sitesLike(kit: InspectionKit, typed: string): readonly KitInspectedSite[] {
  const folded = foldVietnamese(typed).replace(/[\s-]+/g, '')
  const of = ({ name, code, commune }: KitInspectedSite) =>
    foldVietnamese(`${name} ${code} ${commune}`).replace(/[\s-]+/g, '')
  return kit.sites.filter((site) => of(site).includes(folded)).slice(0, MOST_SHOWN)
}
