import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import { useText } from './use-text.ts'

/** A button that says what it does, and nothing beside. */
export function Button(given: {
  readonly text: LocalText | string
  readonly look?: string
  readonly isOff?: boolean
  readonly onPress: () => unknown
}) {
  const { text, look, isOff, onPress } = given
  const t = useText()
  return (
    <button type="button" class={look} disabled={isOff} onClick={() => void onPress()}>
      {typeof text === 'string' ? text : t(text)}
    </button>
  )
}
