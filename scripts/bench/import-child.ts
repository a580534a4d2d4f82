/**
 * Runs in a process of its own, so that what it sends costs the load generator nothing: hands lists
 * and boundaries in to a server, one after the other, until its input is closed. Prints `ready`, and
 * in the end one JSON line with what was read.
 */
import { connectNode } from '../../db/client-node.ts'
import { largeBoundary, largeList } from './import-files.ts'
import { ended, postTo, siteOfCode, withPage } from './portal-client.ts'

const [origin = '', cookie = '', libsqlUrl = ''] = process.argv.slice(2)
/** More than are read in one run of the bench; made beforehand. */
const LISTS = 4
/** Somebody hands one in, looks at it and hands in the next: many more people than any place has. */
const BOUNDARY_EVERY_MS = 1_000
const DEMO_CODE = 'VN-AGOR-9001'

const { db, close } = connectNode({ url: libsqlUrl })
const client = { origin, cookie, db }
const lists = Array.from({ length: LISTS }, (_, number) => largeList(number))
const boundary = largeBoundary()
const siteId = await siteOfCode(client, DEMO_CODE)
const read = { lists: 0, boundaries: 0, listMs: [] as number[], boundaryMs: [] as number[] }

let isStopped = false
process.stdin.on('end', () => {
  isStopped = true
})
process.stdin.resume()
console.log('ready')
await Promise.all([readLists(), readBoundaries()])
close()
console.log(JSON.stringify(read))
process.exit(0)

/** Each from its upload to its last row stored. */
async function readLists(): Promise<void> {
  for (let turn = 0; !isStopped; turn++) {
    const list = lists[turn % LISTS]
    if (list === undefined) return
    const started = performance.now()
    const form = new FormData()
    form.set('kind', 'codes')
    form.set('file', new File([list], 'danh-sach.csv'))
    const upload = await postTo(client, '/portal/imports/new', form)
    const subjectId = upload.split('/').at(-1) ?? ''
    const isRead = { subjectId, kind: 'import.preview', isStopped: () => isStopped }
    if (!(await ended(client, isRead))) return
    await postTo(client, upload, new URLSearchParams())
    if (!(await ended(client, { ...isRead, kind: 'import.rows' }))) return
    read.lists += 1
    read.listMs.push(Math.round(performance.now() - started))
  }
}

async function readBoundaries(): Promise<void> {
  while (!isStopped) {
    const started = performance.now()
    const form = new FormData()
    form.set('file', new File([boundary], 'ranh-gioi.kml'))
    await withPage(client, `/portal/sites/${siteId}/boundary`, form)
    read.boundaries += 1
    read.boundaryMs.push(Math.round(performance.now() - started))
    await new Promise((resolve) => setTimeout(resolve, BOUNDARY_EVERY_MS))
  }
}
