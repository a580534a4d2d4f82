import type {
  Client,
  InArgs,
  InStatement,
  InValue,
  ResultSet,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import { IllFormedText, isUnreadableAnswer } from './errors.ts'
import { decodeLenient, isRead, type PlainStatement, wrapRead } from './lenient-read.ts'
import { soundJson } from './sound-json.ts'

type Batch = Parameters<Client['batch']>[0]

/**
 * The one way to the database. No text leaves that is not well-formed Unicode or holds NUL: in a row
 * it would make the server answer nothing that the row is part of. A write with such a text is
 * refused; a question is asked with U+FFFD in its place, which finds nothing. And where such a row is
 * there all the same, what reads it is asked again so that it can be read; until then nothing costs
 * more.
 */
export function textDoor(client: Client): Client {
  const doors: Partial<Client> = {
    execute: async (given: InStatement | string, args?: InArgs) =>
      execute(client, plain(given, args)),
    batch: async (given: Batch, mode) => batch(client, given.map(plainOf), mode),
    transaction: async (mode?: TransactionMode) =>
      transactionDoor(await client.transaction(mode ?? 'write')),
  }
  return through(client, doors)
}

/** Only the way in: a transaction is over for the server once it cannot read a row. */
function transactionDoor(transaction: Transaction): Transaction {
  return through(transaction, {
    execute: async (given: InStatement) => transaction.execute(plain(given)),
    batch: async (given: InStatement[]) => transaction.batch(given.map((each) => plain(each))),
  })
}

async function execute(client: Client, statement: PlainStatement): Promise<ResultSet> {
  try {
    return await client.execute(statement)
  } catch (error) {
    if (!isUnreadableAnswer(error) || !isRead(statement)) throw error
    const lenient = await orElse(error, () => wrapRead(client, statement))
    return decodeLenient(
      await orElse(error, () => client.execute(lenient.statement)),
      lenient.columns,
    )
  }
}

async function batch(
  client: Client,
  statements: readonly PlainStatement[],
  mode: Parameters<Client['batch']>[1],
): Promise<ResultSet[]> {
  try {
    return await client.batch([...statements], mode)
  } catch (error) {
    if (!isUnreadableAnswer(error)) throw error
    return batchAgain(client, statements, { mode, error })
  }
}

/**
 * A batch is one transaction, and the server leaves it where it meets the text, so nothing of it was
 * done. That this is why it failed is shown first: one of its own questions fails alone as well.
 */
async function batchAgain(
  client: Client,
  statements: readonly PlainStatement[],
  failed: { readonly mode: Parameters<Client['batch']>[1]; readonly error: unknown },
): Promise<ResultSet[]> {
  const { mode, error } = failed
  const lenient = new Map<number, Awaited<ReturnType<typeof wrapRead>>>()
  for (const [i, statement] of statements.entries()) {
    if (!isRead(statement) || !(await isUnreadable(client, statement))) continue
    lenient.set(i, await orElse(error, () => wrapRead(client, statement)))
  }
  if (lenient.size === 0) throw error
  const asked = statements.map((statement, i) => lenient.get(i)?.statement ?? statement)
  const results = await client.batch(asked, mode)
  return results.map((result, i) => {
    const columns = lenient.get(i)?.columns
    return columns === undefined ? result : decodeLenient(result, columns)
  })
}

async function isUnreadable(client: Client, statement: PlainStatement): Promise<boolean> {
  try {
    await client.execute(statement)
    return false
  } catch (error) {
    return isUnreadableAnswer(error)
  }
}

/** What went wrong first counts where asking differently helps no more. */
async function orElse<T>(error: unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    throw error
  }
}

function plainOf(given: Batch[number]): PlainStatement {
  return Array.isArray(given) ? plain(given[0], given[1]) : plain(given)
}

function plain(given: InStatement | string, args?: InArgs): PlainStatement {
  const { sql, args: values } = typeof given === 'string' ? { sql: given, args } : given
  return { sql, args: soundValues(values ?? [], sql) }
}

function soundValues(values: InArgs, sql: string): InArgs {
  if (Array.isArray(values)) return values.map((value) => soundValue(value, sql))
  const named = Object.entries(values)
  return Object.fromEntries(named.map(([name, value]) => [name, soundValue(value, sql)]))
}

function soundValue(value: InValue, sql: string): InValue {
  if (typeof value !== 'string') return value
  if (!value.isWellFormed() || value.includes('\0')) {
    if (!isRead({ sql })) throw new IllFormedText()
    return value.toWellFormed().replaceAll('\0', '\ufffd')
  }
  return soundJson(value)
}

/** An object whose methods of these names are others. */
function through<T extends object>(target: T, doors: Partial<T>): T {
  return new Proxy(target, {
    get: (_, name) => {
      const door: unknown = Reflect.get(doors, name)
      if (door !== undefined) return door
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
