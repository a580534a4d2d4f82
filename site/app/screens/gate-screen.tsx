import type { Gate } from '../state/gate.ts'
import { ChooseAccount } from './choose-account.tsx'
import { EnterPin } from './enter-pin.tsx'
import { NewPin } from './new-pin.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { Welcome } from './welcome.tsx'

/** What stands before anything of an account. */
export function GateScreen({ gate }: { readonly gate: Exclude<Gate, { screen: 'open' }> }) {
  switch (gate.screen) {
    case 'welcome':
      return <Welcome />
    case 'choose':
      return <ChooseAccount />
    case 'pin':
      return <EnterPin key={gate.accountId} accountId={gate.accountId} />
    case 'new_pin':
      return <NewPin key={gate.accountId} accountId={gate.accountId} onDone={() => undefined} />
    case 'sign_in_again':
      return <SignInAgain key={gate.accountId} accountId={gate.accountId} />
  }
}
