import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { mendText } from '../../worker/lib/text/sound-text.ts'
import type { OutlineFile } from '../../worker/verbs/units/load-outlines.ts'
import { outlineReason } from '../../worker/verbs/units/outline-reason.ts'
import { UsageError } from './usage-error.ts'

/** A file is read whole, at some ten times its size; all communes of a province are some 10 MB. */
const MAX_MB = 200

/** The GeoJSON file at a path, or those of a folder by name; nothing is read yet. */
export async function outlineFiles(path: string): Promise<readonly OutlineFile[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) {
    throw new UsageError(`Không đọc được “${path}”; hãy kiểm tra tên và quyền đọc.`)
  }
  if (!found.isDirectory()) return [outlineFile(path)]
  const names = (await readdir(path)).filter((name) => /\.(?:geo)?json$/i.test(name)).sort()
  if (names.length === 0) {
    throw new UsageError(`Thư mục “${path}” không có tệp .geojson hoặc .json nào.`)
  }
  return names.map((name) => outlineFile(join(path, name)))
}

function outlineFile(path: string): OutlineFile {
  return {
    name: mendText(basename(path)),
    read: async () => {
      try {
        const { size } = await stat(path)
        if (size > MAX_MB * 1024 * 1024) {
          return {
            ok: false,
            reason: outlineReason({ code: 'file_too_large', values: { mb: MAX_MB } }),
          }
        }
        // Some programs put a byte order mark in front, which JSON does not know.
        return { ok: true, text: (await readFile(path, 'utf8')).replace(/^\uFEFF/, '') }
      } catch {
        return { ok: false, reason: outlineReason({ code: 'unreadable', values: {} }) }
      }
    },
  }
}
