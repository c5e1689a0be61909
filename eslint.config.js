import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** A folder may import only from the folders below it; each pattern says why. */
const forbid = (...rules) => ({
	'no-restricted-imports': ['error', { patterns: rules.map(([regex, message]) => ({ regex, message })) }]
});
const NO_ROUTES = ['(^|/)routes/', 'nothing imports routes: they are the outermost layer'];
const NO_SERVER = [
	'^#lib/server/|(^|/)server/',
	'the server is out of reach here: it holds the database and the secrets'
];
const NO_CLIENT = ['^#lib/client/|(^|/)client/', 'browser code is out of reach here'];
const NO_UI = ['^#lib/ui/|(^|/)ui/', 'components are out of reach here'];
const ONE_FSRS = ['^ts-fsrs$', 'ts-fsrs patches Date.prototype: only domain/scheduling/fsrs.ts imports it'];
const ONE_LUCIA = ['^lucia$', 'lucia is out of maintenance: only server/auth/lucia.ts knows it'];
const NO_FRAMEWORK = [
	'^(svelte|@sveltejs|\\$app|\\$env|drizzle-orm|pg|yaml|node:|@electric-sql|#lib/(paraglide|tongue)/)',
	'the domain is pure: values in, values out; words for pages are put to its codes outside of it'
];

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'data/',
			'drizzle/',
			'test-results/',
			'playwright-report/',
			'.stamps/',
			'.scratch/',
			'src/lib/paraglide/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'svelte/no-at-html-tags': 'error',
			...forbid(NO_ROUTES, ONE_FSRS, ONE_LUCIA)
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		files: ['src/lib/domain/**/*.ts'],
		rules: forbid(NO_ROUTES, NO_SERVER, NO_CLIENT, NO_UI, ONE_FSRS, ONE_LUCIA, NO_FRAMEWORK)
	},
	{
		files: ['src/lib/domain/scheduling/fsrs.ts'],
		rules: forbid(NO_ROUTES, NO_SERVER, NO_CLIENT, NO_UI, ONE_LUCIA, NO_FRAMEWORK)
	},
	{ files: ['src/lib/server/**/*.ts'], rules: forbid(NO_ROUTES, NO_CLIENT, NO_UI, ONE_FSRS, ONE_LUCIA) },
	{ files: ['src/lib/server/auth/lucia.ts'], rules: forbid(NO_ROUTES, NO_CLIENT, NO_UI, ONE_FSRS) },
	{ files: ['src/lib/client/**/*.ts'], rules: forbid(NO_ROUTES, NO_SERVER, NO_UI, ONE_FSRS, ONE_LUCIA) },
	{ files: ['src/lib/ui/**/*'], rules: forbid(NO_ROUTES, NO_SERVER, NO_CLIENT, ONE_FSRS, ONE_LUCIA) },
	{
		files: ['src/**/*.ts', 'scripts/**', 'bench/**'],
		ignores: ['**/*.test.ts'],
		rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] }
	},
	{
		files: ['**/*.test.ts', 'tests/**/*.ts'],
		rules: { '@typescript-eslint/consistent-type-assertions': 'off', '@typescript-eslint/no-non-null-assertion': 'off' }
	},
	{ files: ['src/lib/domain/**/*.test.ts'], rules: forbid(NO_ROUTES, NO_CLIENT, NO_UI, ONE_FSRS, ONE_LUCIA) }
);
