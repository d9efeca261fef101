export { findSource, loadSource, parseSource, SOURCE_FILE, sourceText } from './load-source.js'
export { SourceError, type Source } from './source.js'
