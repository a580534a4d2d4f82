import type { ProductList } from '../../../worker/domain/diary/entry-kinds/field.ts'
import type { KitProduct } from '../../../worker/domain/diary/field-kit.ts'
import type { DraftValue } from '../entry/draft.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { findProducts } from '../entry/find-products.ts'
import { valuesOfProduct } from '../entry/values-of-product.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import type { describedBy } from './field-frame.tsx'
import { SpeakButton } from './speak-button.tsx'

/** A product by its name; of the dated list it brings along what its label says. */
export function ProductInput(given: {
  readonly id: string
  readonly form: EntryForm
  readonly label: string
  readonly list: ProductList
  readonly value: DraftValue | undefined
  readonly described: ReturnType<typeof describedBy>
  readonly set: (value: DraftValue, how?: 'spoken') => void
}) {
  const { id, form, label, list, value, described, set } = given
  const { accounts } = useAppState()
  const { store } = useApp()
  const kit = accounts.find(({ id: accountId }) => accountId === form.draft.accountId)?.kit
  const products = list === 'protection' ? (kit?.protectionProducts ?? []) : []
  const name = typeof value === 'object' && 'name' in value ? value.name : ''
  const isChosen = typeof value === 'object' && 'name' in value && value.id !== null
  const found = isChosen ? [] : findProducts(products, { name, on: form.draft.occurredOn })
  const type = (text: string, how?: 'spoken') => set({ name: text, id: null }, how)
  const choose = (product: KitProduct) => {
    const { values } = form.draft
    form.change({ values: valuesOfProduct(product, values) })
  }
  return (
    <>
      <div class="with-speak">
        <input
          {...{ id, ...described }}
          type="text"
          autocomplete="off"
          value={name}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <SpeakButton label={label} onSaid={(said) => type(said, 'spoken')} />
      </div>
      {found.length === 0 ? null : (
        <ul class="found" lang={store.get().lang === 'vi' ? undefined : 'vi'}>
          {found.map((product) => (
            <li key={product.id}>
              <button type="button" class="row" onClick={() => choose(product)}>
                <strong>{product.name}</strong> <span>{product.activeIngredients}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
