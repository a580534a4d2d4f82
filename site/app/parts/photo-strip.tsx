import { useId, useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { MOST_PHOTOS } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { makeSmall } from '../photo/make-small.ts'
import { Icon } from './icon.tsx'
import { KeptPhotoView, PhotoView } from './photo-view.tsx'
import { useText } from './use-text.ts'

/** The camera, and what was taken. */
export function PhotoStrip({ form }: { readonly form: EntryForm }) {
  const id = useId()
  const t = useText()
  const { draft, change } = form
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const count = draft.keptPhotos.length + draft.photos.length
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (file === undefined) return
    setBusy(true)
    setFault(null)
    const made = await makeSmall(file)
    // The same photo may be taken once more after it was removed.
    input.value = ''
    setBusy(false)
    if (made.ok) change({ photos: [...draft.photos, made.photo] })
    else setFault(t(made.why === 'too_large' ? W.photoTooLarge : W.photoNotPicture))
  }
  return (
    <div class="field">
      {count < MOST_PHOTOS ? (
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
        <p class="hint">{fill(t(W.photoMost), { n: MOST_PHOTOS })}</p>
      )}
      {isBusy ? <p role="status">{t(W.photoWorking)}</p> : null}
      {fault === null ? null : (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {count === 0 ? null : (
        <ul class="photos">
          {draft.keptPhotos.map((sha256, at) => (
            <li key={sha256}>
              <KeptPhotoView
                {...{ sha256, accountId: draft.accountId }}
                alt={fill(t(W.photoAlt), { n: at + 1 })}
              />
              <RemoveButton
                n={at + 1}
                onRemove={() =>
                  change({ keptPhotos: draft.keptPhotos.filter((each) => each !== sha256) })
                }
              />
            </li>
          ))}
          {draft.photos.map((photo, at) => {
            const n = draft.keptPhotos.length + at + 1
            return (
              <li key={n}>
                <PhotoView photo={photo} alt={fill(t(W.photoAlt), { n })} />
                <RemoveButton
                  n={n}
                  onRemove={() => change({ photos: draft.photos.filter((each) => each !== photo) })}
                />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function RemoveButton({ n, onRemove }: { readonly n: number; readonly onRemove: () => void }) {
  const t = useText()
  return (
    <button type="button" class="quiet small" onClick={onRemove}>
      {fill(t(W.removePhoto), { n })}
    </button>
  )
}
