import { SHELL_COPY as W } from '../../worker/copy/app/shell.ts'

/**
 * The one page of the app, the same for everybody: whoever opens it may not be signed in, and there
 * may be no network to ask. The bar stands in it so that the first paint waits for no script.
 */
export function shellHtml(given: {
  readonly script: string
  /** What the script imports at once, to be fetched beside it. */
  readonly parts: readonly string[]
  readonly style: string
}): string {
  const parts = given.parts.map((url) => `<link rel="modulepreload" href="${url}">\n`).join('')
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0a5a30">
<title>${W.name.vi}</title>
<link rel="stylesheet" href="${given.style}">
<link rel="manifest" href="/app/app.webmanifest">
<link rel="icon" href="/app/icons/icon-192.png">
<link rel="apple-touch-icon" href="/app/icons/icon-192.png">
${parts}<script type="module" src="${given.script}"></script>
</head>
<body>
<div id="app"><header class="bar"><span class="brand">${W.shortName.vi}</span></header></div>
<noscript><p class="in">${W.noScript.vi} <a href="/portal">${W.portal.vi}</a></p></noscript>
</body>
</html>
`
}
