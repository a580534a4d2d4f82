import { useEffect, useState } from 'preact/hooks'
import type { Photo } from '../outbox/record.ts'
import { useApp } from '../state/app-context.ts'

/** A photo of this phone. */
export function PhotoView({ photo, alt }: { readonly photo: Photo; readonly alt: string }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: photo.mediaType }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return url === null ? null : <img src={url} alt={alt} />
}

/** A photo of the queue; nothing once it was sent and is only on the server. */
export function KeptPhotoView(given: {
  readonly accountId: string
  readonly sha256: string
  readonly alt: string
}) {
  const { accountId, sha256, alt } = given
  const app = useApp()
  const [photo, setPhoto] = useState<Photo | null>(null)
  useEffect(() => {
    let isGone = false
    void app
      .outboxOf(accountId)
      .photo(sha256)
      .then((found) => {
        if (!isGone) setPhoto(found)
      })
    return () => {
      isGone = true
    }
  }, [app, accountId, sha256])
  return photo === null ? <span class="no-photo">{alt}</span> : <PhotoView {...{ photo, alt }} />
}
