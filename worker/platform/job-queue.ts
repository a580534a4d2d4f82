/** Wakes a runner elsewhere: a queue's producer. The message only says that there is work. */
export type JobQueue = { readonly send: (message: { readonly jobId: string }) => Promise<unknown> }
