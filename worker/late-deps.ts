/**
 * What of a request's dependencies no scan needs: accounts, files handed in and letters, and with them
 * the description of every table. Imported before the first request that may ask for one of them.
 */
export { createAccounts } from './http/accounts/create-accounts.ts'
export { chooseArchiveStore } from './platform/archive-store.ts'
export { chooseFileStore } from './platform/choose-file-store.ts'
export { chooseMailer } from './platform/mailer.ts'
