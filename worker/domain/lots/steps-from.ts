/** Kilograms of one lot that went into another. */
export type LotEdge = {
  readonly fromId: string
  readonly toId: string
  readonly quantityKg: number
}

/**
 * How many steps each lot is from another at most, along or against the edges; 0 for itself. The
 * graph has no circle, so each lot stands after all that lead to it.
 */
export function stepsFrom(input: {
  readonly startIds: readonly string[]
  readonly edges: readonly LotEdge[]
  readonly way: 'up' | 'down'
}): ReadonlyMap<string, number> {
  const { startIds, edges, way } = input
  const [here, next] = way === 'up' ? (['toId', 'fromId'] as const) : (['fromId', 'toId'] as const)
  const nextOf = Map.groupBy(edges, (edge) => edge[here])
  const open = new Map<string, number>()
  for (const edge of edges) open.set(edge[next], (open.get(edge[next]) ?? 0) + 1)
  const steps = new Map(startIds.map((id) => [id, 0]))
  // A lot is settled once all edges that lead to it are.
  const settled = [...new Set([...startIds, ...edges.map((edge) => edge[here])])].filter(
    (id) => !open.has(id),
  )
  for (let at = 0; at < settled.length; at++) {
    const id = settled[at] ?? ''
    for (const edge of nextOf.get(id) ?? []) {
      const reached = edge[next]
      const through = steps.get(id)
      if (through !== undefined) {
        steps.set(reached, Math.max(steps.get(reached) ?? 0, through + 1))
      }
      const left = (open.get(reached) ?? 0) - 1
      open.set(reached, left)
      if (left === 0) settled.push(reached)
    }
  }
  return steps
}

/**
 * How much of some lots is in each lot that was made of them, as a share from 0 to 1 by weight; lots
 * whose weight is not known carry what went into them whole.
 */
export function sharesOf(input: {
  readonly startIds: readonly string[]
  readonly edges: readonly LotEdge[]
  readonly kgOf: (id: string) => number | null
}): ReadonlyMap<string, number> {
  const { startIds, edges, kgOf } = input
  const order = [...stepsFrom({ startIds, edges, way: 'down' })].toSorted((a, b) => a[1] - b[1])
  const into = Map.groupBy(edges, ({ toId }) => toId)
  const shares = new Map<string, number>(startIds.map((id) => [id, 1]))
  for (const [id] of order) {
    if (startIds.includes(id)) continue
    const parts = into.get(id) ?? []
    const affectedKg = parts.reduce(
      (sum, { fromId, quantityKg }) => sum + quantityKg * (shares.get(fromId) ?? 0),
      0,
    )
    const wholeKg = Math.max(
      parts.reduce((sum, { quantityKg }) => sum + quantityKg, 0),
      kgOf(id) ?? 0,
    )
    shares.set(id, wholeKg === 0 ? 1 : Math.min(1, affectedKg / wholeKg))
  }
  return shares
}
