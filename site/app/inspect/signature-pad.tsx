import { useRef } from 'preact/hooks'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import {
  extended,
  SIGNATURE_BOUNDS,
  SIGNATURE_FIELD,
  type Signature,
  signaturePath,
} from '../../../worker/domain/inspections/signature.ts'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'

const { width, height } = SIGNATURE_FIELD

/** A field to sign in with a finger, a pen or a mouse. */
export function SignaturePad(given: {
  readonly label: string
  readonly signature: Signature
  readonly fault: string | null
  readonly onSignature: (signature: Signature) => void
}) {
  const { label, signature, fault, onSignature } = given
  const t = useText()
  // Points come faster than the screen is drawn.
  const latest = useRef(signature)
  latest.current = signature
  const drawing = useRef(false)
  const put = (next: Signature) => {
    latest.current = next
    onSignature(next)
  }
  const draw = (event: PointerEvent, begins: boolean) => {
    const field = event.currentTarget
    if (!(field instanceof Element)) return
    const box = field.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * width
    const y = ((event.clientY - box.top) / box.height) * height
    const drawn = latest.current
    const numbers = drawn.reduce((sum, stroke) => sum + stroke.length, 0)
    if (numbers + 2 > SIGNATURE_BOUNDS.numbers) return
    if (begins) {
      if (drawn.length >= SIGNATURE_BOUNDS.strokes) return
      drawing.current = true
      field.setPointerCapture(event.pointerId)
      return put([...drawn, extended([], x, y)])
    }
    const last = drawn[drawn.length - 1]
    if (!drawing.current || last === undefined) return
    const longer = extended(last, x, y)
    if (longer !== last) put([...drawn.slice(0, -1), longer])
  }
  const end = () => {
    drawing.current = false
  }
  return (
    <div class="field">
      <p class="hint">{t(W.sign)}</p>
      <svg
        class="signature"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={signaturePath(signature)} />
      </svg>
      {fault === null ? null : <p class="fault">{fault}</p>}
      {signature.length === 0 ? null : (
        <Button look="quiet small" text={W.signAgain} onPress={() => put([])} />
      )}
    </div>
  )
}
