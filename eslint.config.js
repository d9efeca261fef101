import tseslint from 'typescript-eslint'

/** Forbids imports from the named rooms, each with the reason. */
const closed = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

const BY_THE_CONTRACT = {
  regex: 'indexer/(?!contract/)',
  message: 'The server opens the indexer by indexer/contract only.',
}
const NO_SERVER = { regex: '/server/', message: 'The indexer knows nothing of the server.' }
const NO_E2E = { regex: '/e2e/', message: 'What is delivered knows nothing of what tests and measures it.' }
const NOTHING_ELSE = 'The contract imports no other project code.'
const TESTS = ['*.test.ts', 'testing/**']

export default tseslint.config(
  { ignores: ['node_modules', 'data', 'test-results', 'playwright-report'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['server/**/*.ts'], rules: closed(BY_THE_CONTRACT, NO_E2E) },
  { files: TESTS.map((file) => `server/**/${file}`), rules: closed(BY_THE_CONTRACT) },
  { files: ['indexer/**/*.ts'], rules: closed(NO_SERVER, NO_E2E) },
  { files: TESTS.map((file) => `indexer/**/${file}`), rules: closed(NO_SERVER) },
  { files: ['indexer/contract/*.ts'], rules: closed({ regex: '^\\.\\./', message: NOTHING_ELSE }) },
  { files: ['indexer/contract/*/*.ts'], rules: closed({ regex: '^\\.\\./\\.\\./', message: NOTHING_ELSE }) },
)
