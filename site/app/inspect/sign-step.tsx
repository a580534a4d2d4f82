import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { isDrawn } from '../../../worker/domain/inspections/signature.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'
import type { SignerDraft } from './inspection-draft.ts'
import { SignaturePad } from './signature-pad.tsx'
import type { Step } from './step.ts'
import { TextField } from './text-field.tsx'

const LONGEST = 200

/** Both parties sign; whoever of the place does not, it is said why. */
export function SignStep(step: Step & { readonly told: string | null }) {
  const { draft, change, faultOf, onNext, told } = step
  const t = useText()
  const { inspector, holder } = draft
  return (
    <>
      <Signer
        {...{ title: t(W.inspector), path: 'inspector', signer: inspector, faultOf }}
        onSigner={(part) => change({ inspector: { ...inspector, ...part } })}
      />
      <Signer
        {...{ title: t(W.holder), path: 'holder', signer: holder, faultOf }}
        onSigner={(part) => change({ holder: { ...holder, ...part } })}
      />
      {isDrawn(holder.signature) ? null : (
        <details class="more" open={holder.whyUnsigned !== ''}>
          <summary>{t(W.cannotSign)}</summary>
          <TextField
            {...{ label: t(W.whyUnsigned), value: holder.whyUnsigned, max: LONGEST }}
            onText={(whyUnsigned) => change({ holder: { ...holder, whyUnsigned } })}
          />
        </details>
      )}
      <Alert text={told} />
      <p class="hint">{t(W.finishNote)}</p>
      <Button look="primary" text={W.finish} onPress={onNext} />
    </>
  )
}

function Signer(given: {
  readonly title: string
  readonly path: 'inspector' | 'holder'
  readonly signer: SignerDraft
  readonly faultOf: Step['faultOf']
  readonly onSigner: (part: Partial<SignerDraft>) => void
}) {
  const { title, path, signer, faultOf, onSigner } = given
  const t = useText()
  return (
    <div class="card">
      <h2>{title}</h2>
      <TextField
        {...{ label: t(W.name), value: signer.name, max: LONGEST, isRequired: true }}
        fault={faultOf(`${path}.name`)}
        onText={(name) => onSigner({ name })}
      />
      <TextField
        {...{ label: t(W.position), value: signer.position, max: LONGEST }}
        onText={(position) => onSigner({ position })}
      />
      <SignaturePad
        {...{ label: `${title}: ${t(W.sign)}`, signature: signer.signature }}
        fault={faultOf(`${path}.signature`)}
        onSignature={(signature) => onSigner({ signature })}
      />
    </div>
  )
}
