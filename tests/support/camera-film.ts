import { writeFileSync } from 'node:fs'
import { addressQr } from '../../worker/lib/print/address-qr.ts'
import { qrMatrix } from '../../worker/lib/print/qr-matrix.ts'

export const [WIDE, HIGH] = [640, 480]
const QUIET = 4
/** A grey table; paper and ink as a camera sees them. */
const [TABLE, PAPER, INK] = [120, 235, 25]

/** What lies before the camera: codes side by side, or nothing. */
export type Scene = readonly string[]

/**
 * A film of labels for a browser whose camera is a file (`--use-file-for-fake-video-capture`): YUV4MPEG2,
 * a picture for each scene, shown again and again.
 */
export function writeFilm(
  path: string,
  film: { readonly scenes: readonly Scene[]; readonly perSecond: number },
): void {
  const head = `YUV4MPEG2 W${WIDE} H${HIGH} F${film.perSecond}:1 Ip A1:1 C420jpeg\n`
  const colours = Buffer.alloc((WIDE * HIGH) / 2, 128)
  const frames = film.scenes.flatMap((scene) => [Buffer.from('FRAME\n'), pictureOf(scene), colours])
  writeFileSync(path, Buffer.concat([Buffer.from(head), ...frames]))
}

/** The brightness of each point of a scene, row by row. */
export function pictureOf(scene: Scene): Buffer {
  const picture = Buffer.alloc(WIDE * HIGH, TABLE)
  for (const [at, text] of scene.entries()) {
    const room = WIDE / scene.length
    draw(picture, { text, left: at * room, room })
  }
  return picture
}

/** Draws a code as large as there is room for, in the middle of it. */
function draw(
  picture: Buffer,
  given: { readonly text: string; readonly left: number; readonly room: number },
): void {
  const { text, left, room } = given
  const { size, modules } = /^[0-9A-Z $%*+\-./:]+$/.test(text) ? qrMatrix(text) : addressQr(text)
  const across = size + 2 * QUIET
  const module = Math.floor((Math.min(room, HIGH) - 20) / across)
  const fromX = Math.floor(left + (room - across * module) / 2)
  const fromY = Math.floor((HIGH - across * module) / 2)
  for (let y = 0; y < across * module; y++) {
    for (let x = 0; x < across * module; x++) {
      const [column, row] = [Math.floor(x / module) - QUIET, Math.floor(y / module) - QUIET]
      const isInside = column >= 0 && row >= 0 && column < size && row < size
      const isDark = isInside && modules[row * size + column] === 1
      picture[(fromY + y) * WIDE + fromX + x] = isDark ? INK : PAPER
    }
  }
}
