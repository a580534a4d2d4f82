import css from './site.css?inline'

/**
 * The one stylesheet of every public page, exactly as the page carries it in its only `<style>`:
 * a Content-Security-Policy allows it by the SHA-256 of this text.
 */
export const STYLE_TEXT: string = css
