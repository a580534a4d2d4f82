import { useId, useState } from 'preact/hooks'
import { SCAN_APP_COPY as W } from '../../../../worker/copy/app/scan.ts'
import { Alert } from '../../parts/alert.tsx'
import { useText } from '../../parts/use-text.ts'
import { photoPixels } from '../camera/picture-of.ts'
import type { PictureReader } from '../decode/wasm-reader.ts'
import { inFrame } from '../judge/in-frame.ts'

type Fault = 'notAPicture' | 'noCodeInPhoto' | 'two_labels' | 'two_codes' | 'noReader'

/** A photo with a code in it, and a code that is typed. */
export function OtherWays(given: {
  readonly wasm: PictureReader
  readonly onCode: (text: string, beside: readonly string[]) => void
}) {
  const { wasm, onCode } = given
  const [id, typedId] = [useId(), useId()]
  const t = useText()
  const [fault, setFault] = useState<Fault | null>(null)
  const [typed, setTyped] = useState('')
  const pick = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (file === undefined) return
    setFault(await readPhoto(file, { wasm, onCode }))
    // The same photo may be picked once more.
    input.value = ''
  }
  const send = (event: Event) => {
    event.preventDefault()
    if (typed.trim() !== '') onCode(typed, [])
  }
  return (
    <div class="other-ways">
      <label class="file-button" for={id}>
        {t(W.photo)}
        <input
          {...{ id, type: 'file', accept: 'image/*' }}
          onChange={(event) => void pick(event.currentTarget)}
        />
      </label>
      {fault === null ? null : <Alert text={t(W[fault])} />}
      <form onSubmit={send}>
        <label for={typedId}>{t(W.typeLabel)}</label>
        <p class="hint">{t(W.typeHint)}</p>
        <input
          {...{ id: typedId, type: 'text', name: 'code', value: typed, maxLength: 2_000 }}
          {...{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit">{t(W.look)}</button>
      </form>
    </div>
  )
}

/** What keeps a photo from being read; null where its code was told. */
async function readPhoto(
  file: Blob,
  { wasm, onCode }: Parameters<typeof OtherWays>[0],
): Promise<Fault | null> {
  const pixels = await photoPixels(file)
  if (pixels === null) return 'notAPicture'
  const codes = await wasm.read(pixels, { thorough: true })
  if (codes === null) return 'noReader'
  const seen = inFrame(codes)
  if (seen.kind === 'several') return seen.labels > 1 ? 'two_labels' : 'two_codes'
  if (seen.kind !== 'one') return 'noCodeInPhoto'
  onCode(seen.text, seen.beside)
  return null
}
