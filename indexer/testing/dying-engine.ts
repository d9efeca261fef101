import type { EngineClient } from '../contract/engine/client.js'
import { EngineUnreachableError } from '../contract/engine/errors.js'

export interface DyingEngine {
  engine: EngineClient
  /** Names of the calls so far, in order. */
  calls: string[]
}

/**
 * An engine that is gone from its n-th call on (from 1): that call never reaches it (`lost`), or does and its answer
 * is never heard (`unheard`). Without `n` it lives, and only its calls are counted.
 */
export function dyingEngine(engine: EngineClient, n = Infinity, end: 'lost' | 'unheard' = 'lost'): DyingEngine {
  const calls: string[] = []
  const gone = (): never => {
    throw new EngineUnreachableError('http://engine.test')
  }
  const proxy = new Proxy(engine, {
    get(target, name: string) {
      const method = Reflect.get(target, name) as unknown
      if (typeof method !== 'function') return method
      return (...args: unknown[]): unknown => {
        calls.push(name)
        if (calls.length > n || (calls.length === n && end === 'lost')) return gone()
        const result: unknown = Reflect.apply(method, target, args)
        if (calls.length < n) return result
        // Tasks are handed over and go their way; everything else is over when it is answered.
        if (name === 'add' || name === 'remove') return gone()
        return (result as Promise<unknown>).then(gone)
      }
    },
  })
  return { engine: proxy, calls }
}
