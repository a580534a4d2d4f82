import { useState } from 'preact/hooks'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { pointText } from '../../../worker/domain/inspections/answer-text.ts'
import type { Point } from '../../../worker/domain/inspections/answers.ts'
import type { TypedAnswer } from '../../../worker/domain/inspections/read-minutes.ts'
import { Alert } from '../parts/alert.tsx'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'
import { useAppState } from '../state/app-context.ts'
import { findPosition } from './find-position.ts'

/** Where one stands, at one tap. */
export function PositionInput(given: {
  readonly label: string
  readonly fault: string | null
  readonly said: TypedAnswer | undefined
  readonly onPoint: (point: Point) => void
}) {
  const { label, fault, said, onPoint } = given
  const t = useText()
  const { lang } = useAppState()
  const [state, setState] = useState<'idle' | 'finding' | 'none'>('idle')
  const point = typeof said === 'object' && 'latitude' in said ? said : null
  const find = async () => {
    setState('finding')
    const found = await findPosition()
    setState(found === null ? 'none' : 'idle')
    if (found !== null) onPoint(found)
  }
  return (
    <div class="field">
      <p>
        <strong>{label}</strong>
      </p>
      {point === null ? null : <p>{pointText(point, lang)}</p>}
      <Button
        text={
          state === 'finding' ? W.positionWait : point === null ? W.positionGet : W.positionAgain
        }
        isOff={state === 'finding'}
        onPress={find}
      />
      {state === 'none' ? <Alert text={t(W.positionNone)} /> : null}
      {fault === null ? null : <p class="fault">{fault}</p>}
    </div>
  )
}
