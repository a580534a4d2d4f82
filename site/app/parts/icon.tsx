import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'

/** Drawings of one line: what is recognised before it is read. */
const PATHS = {
  spray: 'M9 8h6v3l2 3v7H7v-7l2-3zM10 8V5h5M15 5h3M20 3v0M21 6v0M20 9v0',
  bag: 'M7 8c-2 4-3 9-1 13h12c2-4 1-9-1-13zM7 8l2-5h6l2 5zM12 12v5M9.500 14.500h5',
  basket: 'M3 10h18l-2 11H5zM7 10c0-4 2-7 5-7s5 3 5 7M9 14v4M15 14v4M12 14v4',
  more: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  camera: 'M4 7h4l2-3h4l2 3h4v13H4zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  scan: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M8 8h3v3H8zM13 8h3v3h-3zM8 13h3v3H8zM14 14v2h2',
  queue: 'M4 6h16M4 12h16M4 18h10',
  lock: 'M6 11h12v10H6zM8.500 11V7a3.500 3.500 0 0 1 7 0v4',
  back: 'M15 5l-7 7 7 7',
  mic: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  check: 'M4 13l5 5L20 6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  warn: 'M12 4L2.500 20h19zM12 10v5M12 18v.01',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The drawing of a kind of work. */
export function kindIcon(kind: EntryKind): IconName {
  if (kind === 'plant_protection' || kind === 'veterinary' || kind === 'pond_treatment')
    return 'spray'
  if (kind === 'fertiliser' || kind === 'feed') return 'bag'
  return kind === 'harvest' || kind === 'purchase' ? 'basket' : 'more'
}
