import css from './paper.css?inline'

/** The one stylesheet of papers to be printed; its hash stands in the Content-Security-Policy. */
export const PAPER_STYLE_TEXT: string = css
