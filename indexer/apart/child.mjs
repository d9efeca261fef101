/**
 * The way into the reading process. Only the project's own modules are translated from TypeScript; libraries are loaded
 * as they are, since the translator takes seconds to look through PDF.js.
 */
import { register } from 'tsx/esm/api'

const typescript = register({ namespace: 'reader' })
const { serve } = await typescript.import('./child.ts', import.meta.url)
serve(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
