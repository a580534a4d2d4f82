import type { PartText } from '../../../lib/text/local-text.ts'

/**
 * Lists that a question may take from the rules of the markets of a place, by the names a form uses in its
 * column `rules`. The set is closed: a form that names another is refused.
 */
export const RULE_LISTS = ['pests', 'checks', 'papers', 'treatments', 'limits', 'banned'] as const
export type RuleList = (typeof RULE_LISTS)[number]

/** A rule as a form shows it; `name` is what an answer keeps. */
export type ListedRule = { readonly name: string; readonly label: PartText }

/**
 * The lists of one place on the day its inspection was prepared. They travel to the device with the draft
 * and are kept with the minutes, so that a later rule changes nothing of what was asked.
 */
export type RuleLists = Readonly<Partial<Record<RuleList, readonly ListedRule[]>>>

/** Bounds of lists: the longest a market is known to have is six pests. */
export const RULE_LIST_BOUNDS = { entries: 60, label: 300 } as const

/** What an answer keeps of a rule: a name that XLSForm lets a choice have. */
export const LISTED_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,49}$/
