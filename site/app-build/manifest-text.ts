import { SHELL_COPY as W } from '../../worker/copy/app/shell.ts'

/** The web app manifest: how the phone names, draws and opens what it installs. */
export function manifestText(): string {
  return JSON.stringify({
    id: '/app/',
    name: W.name.vi,
    short_name: W.shortName.vi,
    description: W.description.vi,
    lang: 'vi',
    start_url: '/app/',
    scope: '/app/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0a5a30',
    icons: [
      { src: '/app/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/app/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      {
        src: '/app/icons/maskable-512.png',
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  })
}
