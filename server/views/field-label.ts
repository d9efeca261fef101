import { t } from '../text.zh.js'

/** The name of a field as people read it; a label that stands for no field is its own name. */
export function fieldLabel(name: string): string {
  return Object.hasOwn(t.fields, name) ? t.fields[name as keyof typeof t.fields] : name
}
