import type { LocalText } from '../../../lib/text/local-text.ts'
import type { HelpScreen } from './screens.ts'

/** A piece of work told in steps, and where it begins. */
export type HelpJob = {
  readonly id: string
  readonly title: LocalText
  readonly href: string
  readonly steps: readonly LocalText[]
  /** The screen where it ends, drawn. */
  readonly screen?: HelpScreen
}
