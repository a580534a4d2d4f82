/** The tokens of the public pages that this page needs; a test holds them to the pages' own. */
export const DOCS_TOKENS = {
  light: {
    '--bg': '#fff',
    '--card': '#f3f6f1',
    '--ink': '#18201a',
    '--muted': '#48524a',
    '--line': '#cfd8ce',
    '--link': '#0a5a30',
    '--focus': '#ffbf00',
  },
  dark: {
    '--bg': '#111512',
    '--card': '#1c221d',
    '--ink': '#eef3ec',
    '--muted': '#b6c1b6',
    '--line': '#3b463d',
    '--link': '#93dbac',
  },
} as const

const declare = (tokens: Readonly<Record<string, string>>) =>
  Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

/** The one style of the page, allowed by its hash. */
export const DOCS_STYLE = `
:root{color-scheme:light dark;${declare(DOCS_TOKENS.light)}}
@media (prefers-color-scheme:dark){:root{${declare(DOCS_TOKENS.dark)}}}
*{box-sizing:border-box}
html{font:106.25%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
body{margin:0;background:var(--bg);color:var(--ink);overflow-wrap:anywhere}
main,header{max-width:56rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:0 0 .25rem}
h4{font-size:.9rem;margin:.75rem 0 .25rem}
p{margin:.25rem 0}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
code{font-family:ui-monospace,"Cascadia Mono","Roboto Mono","DejaVu Sans Mono",monospace;font-size:.94em}
section section{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:1rem;margin:0 0 1rem}
.note{color:var(--muted);font-size:.94rem}
pre{background:var(--bg);border:1px solid var(--line);border-radius:4px;padding:.5rem .75rem;font-size:.94rem}
pre code{white-space:pre-wrap}
dl{margin:0;font-size:.94rem}
dl>div{display:grid;grid-template-columns:minmax(7rem,14rem) 1fr;gap:0 1rem;padding:.25rem 0;border-top:1px solid var(--line)}
dt,dd{margin:0}
@media (max-width:600px){dl>div{grid-template-columns:1fr}}
nav ul{margin:0;padding:0 0 0 1.25rem}
`
