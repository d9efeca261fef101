import type { EnqueuedTaskPromise, Task } from 'meilisearch'
import { describe, expect, it } from 'vitest'
import { EngineTaskError } from '../contract/engine/errors.js'
import { Outbox } from './outbox.js'

/** A task under way: `accept` and `finish` are the engine's answers to it. */
interface Fake {
  send: () => EnqueuedTaskPromise
  sent: boolean
  accept: () => void
  refuse: (error: Error) => void
  finish: (status?: 'succeeded' | 'failed') => void
}

function fakeTask(): Fake {
  let accept = (): void => undefined
  let refuse: Fake['refuse'] = () => undefined
  let finish: Fake['finish'] = () => undefined
  const accepted = new Promise<void>((resolve, reject) => ([accept, refuse] = [resolve, reject]))
  const finished = new Promise<string>((resolve) => (finish = (status = 'succeeded') => resolve(status)))
  const fake: Fake = {
    sent: false,
    send() {
      fake.sent = true
      return Object.assign(accepted, { finished }) as unknown as EnqueuedTaskPromise
    },
    accept: () => accept(),
    refuse: (error) => refuse(error),
    finish: (status) => finish(status),
  }
  return fake
}

/** Says of a fake task what that was told. */
const engine = {
  async completed(enqueued: EnqueuedTaskPromise): Promise<Task> {
    await enqueued
    const { finished } = enqueued as unknown as { finished: Promise<string> }
    if ((await finished) === 'failed') throw new EngineTaskError('documentDeletion', 'internal', 'failed')
    return { status: 'succeeded' } as Task
  },
}

/** Lets everything happen that can happen now. */
const idle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('Outbox', () => {
  it('sends a task when the engine has accepted the one before, finished or not', async () => {
    const outbox = new Outbox(engine)
    const [one, two] = [fakeTask(), fakeTask()]
    await outbox.take(one.send)
    const second = outbox.take(two.send)
    await idle()
    expect([one.sent, two.sent]).toEqual([true, false])
    one.accept()
    await second
    expect(two.sent).toBe(true)
    two.accept()
    let isSettled = false
    const settled = outbox.settle().then(() => (isSettled = true))
    one.finish()
    await idle()
    expect(isSettled).toBe(false)
    two.finish()
    await settled
  })

  it('tells of a task that failed', async () => {
    const outbox = new Outbox(engine)
    const task = fakeTask()
    await outbox.take(task.send)
    task.accept()
    task.finish('failed')
    await expect(outbox.settle()).rejects.toThrow(EngineTaskError)
  })

  it('sends nothing more when a task could not be handed over', async () => {
    const outbox = new Outbox(engine)
    const [one, two] = [fakeTask(), fakeTask()]
    await outbox.take(one.send)
    one.refuse(new Error('gone'))
    await expect(outbox.take(two.send)).rejects.toThrow('gone')
    expect(two.sent).toBe(false)
    await expect(outbox.settle()).rejects.toThrow('gone')
  })

  it('waits for the first of very many', async () => {
    const outbox = new Outbox(engine)
    const tasks = Array.from({ length: 100 }, fakeTask)
    for (const task of tasks) task.accept()
    for (const task of tasks.slice(0, 99)) await outbox.take(task.send)
    let isTaken = false
    const last = outbox.take(tasks[99]!.send).then(() => (isTaken = true))
    await idle()
    expect(isTaken).toBe(false)
    tasks[0]!.finish()
    await last
  })
})
