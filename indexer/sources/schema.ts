import { z } from 'zod'
import { text } from '../text.zh.js'

const { types } = text.source

/** YAML reads 2021 as a number and 否 as text: every scalar is taken as it was written. */
const scalar = z.union([z.string(), z.number(), z.boolean()], { error: types.text }).transform(String)
const scalars = z.union([scalar.transform((value) => [value]), z.array(scalar), z.null().transform(() => [])], {
  error: types.text,
})
const map = <T extends z.ZodType>(values: T) => z.record(z.string(), values, { error: types.map })
const list = <T extends z.ZodType>(values: T) => z.array(values, { error: types.list })

const alternative = z.strictObject(
  {
    value: scalar,
    mode: z.enum(['fill', 'replace', 'fallback'], { error: types.mode }).default('fill'),
    when: map(scalar).default({}),
  },
  { error: types.template },
)
export const template = z.union(
  [
    scalar.transform((value) => [{ value, mode: 'fill' as const, when: {} }]),
    alternative.transform((one) => [one]),
    list(alternative),
  ],
  {
    error: types.template,
  },
)

/** The shape of a `source.yml`; names of fields, patterns and placeholders are checked when it is compiled. */
export const sourceFile = z.strictObject(
  {
    name: scalar,
    path: scalar.default('.'),
    visibility: z.enum(['主动公开', '依申请公开', '不予公开'], { error: types.visibility }).optional(),
    constants: map(scalars).default({}),
    labels: map(scalar).default({}),
    selectors: map(scalar).default({}),
    tables: list(z.strictObject({ file: scalar, match: scalar, fields: map(scalar) }, { error: types.map })).default(
      [],
    ),
    ignore: list(z.strictObject({ pattern: scalar, reason: scalar }, { error: types.map })).default([]),
    files: list(z.strictObject({ pattern: scalar, fields: map(template) }, { error: types.map })).default([]),
    corrections: map(map(scalars)).default({}),
    expect: z
      .strictObject({ minimum: z.int({ error: types.count }).min(0, { error: types.count }) }, { error: types.map })
      .optional(),
  },
  { error: types.map },
)

export type SourceFile = z.infer<typeof sourceFile>
