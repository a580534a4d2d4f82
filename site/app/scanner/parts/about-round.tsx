import { useEffect, useId, useState } from 'preact/hooks'
import { SCAN_APP_COPY as W } from '../../../../worker/copy/app/scan.ts'
import { useText } from '../../parts/use-text.ts'
import type { Scanner } from '../session/scanner.ts'

const LONGEST_NOTE = 200
const AGAIN_MS = 120_000
const PATIENCE_MS = 15_000

/** What is put down with each check: the stall, and where that is, if whoever checks wants it. */
export function AboutRound(given: { readonly scanner: Scanner; readonly accountId: string }) {
  const { scanner, accountId } = given
  const [id, placeId] = [useId(), useId()]
  const t = useText()
  const [note, setNote] = useState(() => readNote(accountId))
  const [withPlace, setWithPlace] = useState(false)
  useEffect(() => {
    if (!withPlace) return scanner.setAbout({ place: null })
    const look = () =>
      navigator.geolocation?.getCurrentPosition(
        ({ coords: { latitude, longitude, accuracy } }) =>
          scanner.setAbout({ place: { latitude, longitude, accuracyM: accuracy } }),
        () => scanner.setAbout({ place: null }),
        { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: AGAIN_MS },
      )
    look()
    const timer = setInterval(look, AGAIN_MS)
    return () => clearInterval(timer)
  }, [withPlace, scanner])
  useEffect(() => {
    keepNote(accountId, note)
    const said = note.normalize('NFC').trim()
    scanner.setAbout({ note: said === '' ? null : said })
  }, [scanner, accountId, note])
  return (
    <div class="about-round">
      <label for={id}>{t(W.note)}</label>
      <p class="hint">{t(W.noteHint)}</p>
      <input
        {...{ id, type: 'text', value: note, maxLength: LONGEST_NOTE }}
        onInput={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <label class="check" for={placeId}>
        <input
          {...{ id: placeId, type: 'checkbox', checked: withPlace }}
          onChange={({ currentTarget }) => setWithPlace(currentTarget.checked)}
        />
        {t(W.place)}
      </label>
    </div>
  )
}

const KEY = 'goc-scan-note'

/** What was written last in this tab, by the same person: a page that is opened anew goes on with it. */
function readNote(accountId: string): string {
  try {
    const kept = sessionStorage.getItem(KEY) ?? ''
    return kept.startsWith(`${accountId} `) ? kept.slice(accountId.length + 1) : ''
  } catch {
    return ''
  }
}

function keepNote(accountId: string, note: string): void {
  try {
    sessionStorage.setItem(KEY, `${accountId} ${note}`)
  } catch {
    // It is typed again, then.
  }
}
