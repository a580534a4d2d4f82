import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'

/** Every process started after {@link endWithUs} carries this in its environment, and so do its own. */
const MARK = 'GOC_RUN'

/**
 * Reads its input to the end, which comes when the process that started it is gone, however it went.
 * Then it ends whatever still carries the mark: politely first, after ten seconds by force.
 */
const WATCHER = `
trap '' HUP INT TERM
while read -r _; do :; done
round=0
while [ $round -lt 120 ]; do
  pids=$(grep -lsF "$1" /proc/[0-9]*/environ | tr -dc '0-9\\n')
  [ -n "$pids" ] || exit 0
  if [ $round -ge 100 ]; then kill -KILL $pids 2>/dev/null
  elif [ $((round % 20)) -eq 0 ]; then kill -TERM $pids 2>/dev/null; fi
  round=$((round + 1))
  sleep 0.1
done
`

let watched = false

/**
 * From here on nothing that this process starts outlives it, not even where it is killed without a
 * chance to stop anything: a small shell beside it notices. Where there is no /proc it does nothing.
 */
export function endWithUs(): void {
  if (watched || !existsSync('/proc/self/environ')) return
  watched = true
  const run = randomUUID()
  const { [MARK]: _, ...environment } = process.env
  const watcher = spawn('sh', ['-c', WATCHER, 'goc-watcher', `${MARK}=${run}`], {
    // A session of its own: what ends our group must not end the one that tidies up after it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: environment,
  })
  watcher.once('error', () => undefined)
  watcher.unref()
  // A socket by its nature; it must not keep us alive either.
  if (watcher.stdin !== null && 'unref' in watcher.stdin) (watcher.stdin as Unrefable).unref()
  process.env[MARK] = run
}

type Unrefable = { readonly unref: () => void }
