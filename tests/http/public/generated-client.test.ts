import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES } from '../../../worker/verbs/context.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeGtin,
  makeOrganisation,
  makeRun,
} from '../../support/factories.ts'
import { type Json, type PublicApp, publicApp } from './support.ts'

const JOB = fileURLToPath(new URL('../../generated-client/main-job.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'goc-client-'))
const types = join(folder, 'goc-api.ts')
const database = freshDatabase()
let app: PublicApp
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  app = publicApp((await database).db)
  const { body } = await app.askJson('/api/openapi.json')
  writeFileSync(types, astToString(await openapiTS(body)))
})

/** The job with one thing of it said wrongly, by what is wrong with it. */
const WRONG: Readonly<Record<string, readonly [right: string, wrong: string]>> = {
  'a profile that there is none of': ["profile: 'full'", "profile: 'fancy'"],
  'a field of another name': ['lot:', 'lotNumber:'],
  'a path without its part': ['{ path: { id: run.id } }', '{}'],
  'an answer of another shape': ['recall.ids.length', 'recall.identifiers.length'],
  'a parameter that there is none of': ["lot: 'L-1', limit: 10", "lots: 'L-1'"],
}

/** What the compiler says against the job, and against each job gone wrong. */
function compile(): { readonly job: string[]; readonly wrong: Record<string, string[]> } {
  const text = readFileSync(JOB, 'utf8')
  const files = Object.entries(WRONG).map(([name, [right, wrong]], at) => {
    expect(text.split(right).length).toBeGreaterThan(1)
    const path = join(folder, `wrong-${at}.ts`)
    writeFileSync(path, text.replace(right, wrong))
    return { name, path }
  })
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const { tsBuildInfoFile: _, ...kept } = options
  const program = ts.createProgram([JOB, ...files.map(({ path }) => path)], {
    ...kept,
    incremental: false,
    types: [],
    paths: {
      'goc-api': [types],
      'openapi-fetch': [join(ROOT, 'node_modules/openapi-fetch/dist/index.d.mts')],
    },
  })
  const all = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    path: file?.fileName,
    text: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
  const against = (path: string) =>
    all.filter((each) => each.path === path).map((each) => each.text)
  const wrong = files.map(({ name, path }) => [name, against(path)])
  const inWrong = new Set(files.map(({ path }) => path))
  const job = all.filter(({ path = '' }) => !inWrong.has(path)).map((each) => each.text)
  return { job, wrong: Object.fromEntries(wrong) }
}

describe('a client generated from the description of the API', () => {
  it('has types that the compiler takes, that the main job fits, and that do not fit anything', () => {
    const { job, wrong } = compile()
    expect(job).toEqual([])
    const through = Object.keys(wrong).filter((name) => wrong[name]?.length === 0)
    expect(through).toEqual([])
  }, 60_000)

  it('does the main job, from a token to a recall', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    // Keys are made with the first run.
    await makeRun(ctx)
    const { id: holderId } = await makeOrganisation(ctx)
    const area = await makeCode(ctx, { holderId })
    const house = await makeCode(ctx, { holderId, slot: 'packing_house' })
    const input = { name: 'client', scopes: [...SCOPES], organisationRef: holderId }
    const { token } = await createToken({ ctx, input })
    const { mainJob } = await import(JOB)
    const answer: Json = await mainJob({
      fetch: (request: Request) => app.ask(pathOf(request), request),
      // As long as an answer may be old.
      wait: () => app.wait(30_000),
      token,
      gtin: makeGtin(),
      growingArea: area.code,
      packingHouse: house.code,
    })
    expect(answer).toMatchObject({
      profile: 'full',
      opened: { authenticity: 'genuine', standing: 'clear', label: { profile: 'full', serial: 1 } },
      kept: { authenticity: 'genuine' },
      before: { authenticity: 'genuine', standing: 'clear' },
      after: { authenticity: 'genuine', standing: 'stop', reasons: ['batch_recalled'] },
      lots: ['L-1'],
      runs: [true],
      recalls: 1,
      refused: 'standing_stop',
    })
  })
})

function pathOf({ url }: Request): string {
  return url.slice(url.indexOf('/', 'https://'.length))
}
