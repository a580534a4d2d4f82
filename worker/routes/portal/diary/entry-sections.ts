import { diaryDetails, diaryKind } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { mediaAddress } from '../../../domain/products/media-address.ts'
import { distanceKm } from '../../../lib/geo/distance-km.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { OpenedEntry } from '../../../verbs/diary/open-entry.ts'
import type { Section } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { entryPath } from './diary-path.ts'
import { signalTexts } from './signal-texts.ts'

/** The photos, large; for who checks diaries also when and where they were taken. */
export function photoSection(opened: OpenedEntry, lang: Language): Section | null {
  const { entry, photos, story, mayVerify } = opened
  if (photos.length === 0) return null
  const alt = `${diaryKind(entry.kind, lang).name}, ${formatOn(entry.occurredOn, lang)}`
  const shown = photos.flatMap(({ sha256 }) => {
    const [largest] = story.pictures.filter(({ original }) => original === sha256)
    if (largest === undefined) return []
    const { width, height } = largest
    return [{ url: mediaAddress(largest), alt, width, height }]
  })
  const open = photos.length - shown.length
  return {
    id: 'photos',
    title: W.photos,
    images: shown,
    text: open === 0 ? undefined : fill(W.photosMaking[lang], { count: open }),
    facts: mayVerify ? takenFacts(opened, lang) : undefined,
    links: shown.map(({ url }, index) => ({ href: url, text: `${W.photos[lang]} ${index + 1}` })),
  }
}

function takenFacts({ photos, site }: OpenedEntry, lang: Language) {
  return photos.map(({ takenAt, lat, lng }, index) => {
    const label = W.photos[lang]
    const n = index + 1
    if (takenAt === null) return { label, text: fill(W.photoNoTime[lang], { n }) }
    const time = formatAt(takenAt, lang)
    const isPlaced = lat !== null && lng !== null && site?.lat != null && site.lng != null
    if (!isPlaced) return { label, text: fill(W.photoNoPlace[lang], { n, time }) }
    const km = distanceKm({ lat, lng }, { lat: site.lat, lng: site.lng })
    const said = { n, time, km: formatNumber(Math.round(km * 10) / 10, lang) }
    return { label, text: fill(W.photoTaken[lang], said) }
  })
}

/** What was found when it came in: what it shows, and what it does not. */
export function signalSection({ story }: OpenedEntry, lang: Language): Section | null {
  if (story.signals.length === 0) return null
  const signals = story.signals.map((signal) => signalTexts(signal, lang))
  return tableSection('signals', signals, {
    title: W.signals,
    columns: [
      column(W.signals, ({ name }) => name),
      column(W.signalShows, ({ shows }) => shows),
      column(W.signalNot, ({ not }) => not),
    ],
    empty: W.signalsEmpty,
  })
}

/** Every version, the latest first: old and new stay to be seen. */
export function historySection({ story, entry }: OpenedEntry, lang: Language): Section | null {
  if (story.versions.length < 2) return null
  return tableSection('history', story.versions, {
    title: W.history,
    columns: [
      column(W.recordedAt, ({ recordedAt, id }) => ({
        text: formatAt(recordedAt, lang),
        href: id === entry.id ? undefined : entryPath(id),
      })),
      column(W.historyColumns, (version) =>
        version.retracts ? W.takeBack : { text: version.summary, small: wordsOf(version, lang) },
      ),
      column(W.writtenBy, ({ writtenByName }) => writtenByName),
      column(DIARY_COPY.reason, ({ reason }) => reason),
    ],
  })
}

function wordsOf(
  { occurredOn, details }: OpenedEntry['story']['versions'][number],
  lang: Language,
): string {
  const told = diaryDetails(details, lang).map(({ label, text }) => `${label}: ${text}`)
  return [formatOn(occurredOn, lang), ...told].join(' · ')
}
