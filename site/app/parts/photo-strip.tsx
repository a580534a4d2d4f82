import { MOST_PHOTOS } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { PhotoShelf } from './photo-shelf.tsx'

/** The photos of an entry. */
export function PhotoStrip({ form }: { readonly form: EntryForm }) {
  const { draft, change } = form
  return (
    <div class="field">
      <PhotoShelf
        {...{ accountId: draft.accountId, photos: draft.photos, most: MOST_PHOTOS }}
        kept={draft.keptPhotos}
        onPhotos={(photos) => change({ photos })}
        onKept={(keptPhotos) => change({ keptPhotos })}
      />
    </div>
  )
}
