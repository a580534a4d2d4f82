import { useRef, useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { type Recogniser, speechRecogniser } from '../device/speech.ts'
import { useAppState } from '../state/app-context.ts'
import { Icon } from './icon.tsx'
import { useText } from './use-text.ts'

/** Writes down what is said, where the phone can; without a network most cannot. */
export function SpeakButton(given: {
  readonly label: string
  readonly onSaid: (text: string) => void
}) {
  const { lang, isOnline } = useAppState()
  const t = useText()
  const [isListening, setListening] = useState(false)
  const current = useRef<Recogniser | null>(null)
  const make = speechRecogniser()
  if (make === null || !isOnline) return null
  const toggle = () => {
    if (current.current !== null) return current.current.stop()
    const recogniser = make(lang)
    recogniser.onresult = (event) => {
      const said = event.results[0]?.[0]?.transcript.trim() ?? ''
      if (said !== '') given.onSaid(said)
    }
    recogniser.onend = () => {
      current.current = null
      setListening(false)
    }
    current.current = recogniser
    setListening(true)
    recogniser.start()
  }
  return (
    <button type="button" class="speak" aria-pressed={isListening} onClick={toggle}>
      <Icon name="mic" />
      <span class={isListening ? undefined : 'sr'}>
        {isListening ? t(W.listening) : fill(t(W.speakInto), { field: given.label })}
      </span>
    </button>
  )
}
