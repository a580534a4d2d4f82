import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { ARCHIVE_FAULT_TEXTS } from '../../worker/copy/refusals/map.ts'
import { archiveName, type MapBackground } from '../../worker/domain/sites/map-background.ts'
import { readArchive } from '../../worker/lib/tiles/read-archive.ts'
import { readBackground } from '../../worker/verbs/map/read-background.ts'
import { removeBackground } from '../../worker/verbs/map/remove-background.ts'
import { setBackground } from '../../worker/verbs/map/set-background.ts'
import { commandOf } from '../lib/goc-command.ts'
import { databaseElsewhere } from '../lib/local-database.ts'
import { fileArchive, keepArchive, removeOtherArchives } from '../lib/map-archives.ts'
import type { CommandContext, OpenContext } from '../lib/open-context.ts'
import { mapsDirectory } from '../lib/paths.ts'
import { remoteArchive } from '../lib/remote-archive.ts'
import { say } from '../lib/say.ts'
import { UsageError } from '../lib/usage-error.ts'

type Options = { readonly attribution?: string; readonly remove?: true }

/** goc map background */
export function register(program: Command, openContext: OpenContext): void {
  commandOf(program, openContext, 'map')
    .description('Bản đồ vùng có mã số')
    .command('background')
    .description(
      'Đặt, xem hoặc bỏ nền bản đồ: tệp PMTiles của một tỉnh, hoặc địa chỉ https của tệp',
    )
    .argument('[archive]', 'tệp .pmtiles, hoặc địa chỉ https; bỏ trống để xem nền đang dùng')
    .option(
      '--attribution <text>',
      'ghi nguồn, ví dụ “© OpenStreetMap”; bỏ trống thì lấy trong tệp',
    )
    .option('--remove', 'bỏ nền đang dùng')
    .run(async (context, archive: string | undefined, options: Options) => {
      if (options.remove) await remove(context)
      else if (archive === undefined) await tellCurrent(context)
      else await set(context, archive, options.attribution ?? null)
    })
}

async function set(context: CommandContext, archive: string, attribution: string | null) {
  const { ctx, origin } = context
  const isUrl = /^https?:\/\//i.test(archive)
  const found = isUrl ? await remoteArchive(archive, { origin }) : await fileArchive(archive)
  try {
    const read = await readArchive(found)
    if (!read.ok) throw new UsageError(ARCHIVE_FAULT_TEXTS[read.fault].vi)
    const { bytes, url } = found
    const version = await found.version()
    const isKept = url === null && databaseElsewhere() === null
    const directory = mapsDirectory()
    if (isKept) await keepArchive({ path: archive, directory, version })
    const given = { version, url, bytes, attribution, facts: read.facts }
    tell(await setBackground({ ctx, input: given }))
    if (databaseElsewhere() === null) {
      await removeOtherArchives(directory, url === null ? version : null)
    } else if (url === null) tellWhereTo(archive, version)
  } finally {
    await found.close()
  }
}

async function remove({ ctx }: CommandContext): Promise<void> {
  await removeBackground({ ctx })
  if (databaseElsewhere() === null) await removeOtherArchives(mapsDirectory(), null)
  say('Đã bỏ nền bản đồ; ranh giới hiện trên nền trơn.')
}

async function tellCurrent({ ctx }: CommandContext): Promise<void> {
  const background = await readBackground(ctx)
  if (background === null) {
    say('Bản đồ chưa có nền.')
    return
  }
  tell(background)
  if (background.url !== null || databaseElsewhere() !== null) return
  const path = join(mapsDirectory(), archiveName(background.version))
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (!isThere) throw new Error(`Thiếu tệp ${path}; hãy nạp lại nền.`)
}

/** A bucket or folder that this command cannot reach. */
function tellWhereTo(path: string, version: string): void {
  const name = archiveName(version)
  say('Hãy đưa tệp vào nơi bản đồ đọc được, dưới đúng tên này:')
  say(`  Cloudflare: npx wrangler r2 object put goc-media/maps/${name} --remote --file ${path}`)
  say(`  Máy chủ riêng: chép thành maps/${name} trong thư mục FILES`)
}

function tell({
  tiles,
  url,
  attribution,
  minZoom,
  maxZoom,
  box,
  bytes,
  version,
}: MapBackground): void {
  const kind = tiles === 'vector' ? 'vector' : 'ảnh'
  const megabytes = (bytes / 1e6).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  const place = box.map((side) => side.toLocaleString('vi-VN', { maximumFractionDigits: 2 }))
  say(`Nền bản đồ: ô ${kind}, mức phóng ${minZoom} đến ${maxZoom}, ${megabytes} MB.`)
  say(`Phạm vi (kinh độ tây, vĩ độ nam, kinh độ đông, vĩ độ bắc): ${place.join('; ')}`)
  say(`Nguồn: ${attribution}`)
  say(`Nơi chứa: ${url ?? archiveName(version)}`)
}
