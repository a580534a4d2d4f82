/** Names and what they are. */
export function FactList({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}) {
  return (
    <dl class="facts">
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
