import { useId, useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fill } from '../../../worker/copy/fill.ts'
import type { Photo } from '../outbox/record.ts'
import { makeSmall } from '../photo/make-small.ts'
import { Alert } from './alert.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { KeptPhotoView, PhotoView } from './photo-view.tsx'
import { useText } from './use-text.ts'

/** The camera, and what was taken. */
export function PhotoShelf(given: {
  readonly accountId: string
  readonly photos: readonly Photo[]
  readonly onPhotos: (photos: readonly Photo[]) => void
  /** Photos of a record that stay with it, by their hashes. */
  readonly kept?: readonly string[]
  readonly onKept?: (kept: readonly string[]) => void
  readonly most: number
}) {
  const { accountId, photos, onPhotos, kept = [], onKept, most } = given
  const id = useId()
  const t = useText()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const count = kept.length + photos.length
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (file === undefined) return
    setBusy(true)
    setFault(null)
    const made = await makeSmall(file)
    // The same photo may be taken once more after it was removed.
    input.value = ''
    setBusy(false)
    if (made.ok) onPhotos([...photos, made.photo])
    else setFault(t(made.why === 'too_large' ? W.photoTooLarge : W.photoNotPicture))
  }
  return (
    <>
      {count < most ? (
        <label class="camera" for={id}>
          <Icon name="camera" />
          <span>{t(count === 0 ? W.photo : W.anotherPhoto)}</span>
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            disabled={isBusy}
            onChange={(event) => void take(event.currentTarget)}
          />
        </label>
      ) : (
        <p class="hint">{fill(t(W.photoMost), { n: most })}</p>
      )}
      {isBusy ? <p role="status">{t(W.photoWorking)}</p> : null}
      <Alert text={fault} />
      {count === 0 ? null : (
        <ul class="photos">
          {kept.map((sha256, at) => (
            <li key={sha256}>
              <KeptPhotoView {...{ sha256, accountId }} alt={fill(t(W.photoAlt), { n: at + 1 })} />
              <RemoveButton
                n={at + 1}
                onRemove={() => onKept?.(kept.filter((each) => each !== sha256))}
              />
            </li>
          ))}
          {photos.map((photo, at) => {
            const n = kept.length + at + 1
            return (
              <li key={n}>
                <PhotoView photo={photo} alt={fill(t(W.photoAlt), { n })} />
                <RemoveButton
                  n={n}
                  onRemove={() => onPhotos(photos.filter((each) => each !== photo))}
                />
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function RemoveButton({ n, onRemove }: { readonly n: number; readonly onRemove: () => void }) {
  const t = useText()
  return <Button look="quiet small" text={fill(t(W.removePhoto), { n })} onPress={onRemove} />
}
