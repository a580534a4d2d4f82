/** The languages people see, Vietnamese first. */
export const LANGUAGES = ['vi', 'en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence in every language. */
export type LocalText = { readonly [L in Language]: string }
