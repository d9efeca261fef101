import tseslint from 'typescript-eslint'

/** Forbids imports from the named rooms, saying why. */
const closed = (rooms, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: rooms, message }] }],
})

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
  {
    files: ['server/**/*.ts'],
    rules: closed('indexer/(?!contract/)', 'The server opens the indexer by indexer/contract only.'),
  },
  {
    files: ['indexer/**/*.ts'],
    rules: closed('/server/', 'The indexer knows nothing of the server.'),
  },
  {
    files: ['indexer/contract/*.ts'],
    rules: closed('^\\.\\./', 'The contract imports no other project code.'),
  },
  {
    files: ['indexer/contract/*/*.ts'],
    rules: closed('^\\.\\./\\.\\./', 'The contract imports no other project code.'),
  },
)
