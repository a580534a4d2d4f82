/** The languages people see, Vietnamese first. */
export const LANGUAGES = ['vi', 'en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence in every language. */
export type LocalText = { readonly [L in Language]: string }

/** A text in some of the languages; what is missing nobody has said in that one. */
export type PartText = { readonly [L in Language]?: string }
