/** What every page loads: the frameworks, the language, the head of the page and what it says of the device. */
const EVERY_PAGE = [
	'node_modules/svelte/',
	'node_modules/@sveltejs/',
	'node_modules/esm-env/',
	'node_modules/clsx/',
	'preload-helper',
	'rolldown/runtime',
	'src/lib/paraglide/(runtime|registry)',
	'src/lib/tongue/',
	'src/lib/ui/tongue/',
	'src/lib/ui/layout/(SiteHeader|LanguageForm)'
];
/** What a review needs, whatever is asked. */
const A_REVIEW = [
	'src/routes/review/ReviewDesk',
	'src/lib/ui/review/(?!Learnt|LoadLine)',
	'src/lib/ui/forms/',
	'src/lib/ui/evidence/',
	'src/lib/ui/layout/deck-words',
	'src/lib/client/(review-session|shortcuts|arrive|api|uuid|refused)'
];

/** @param {string[]} paths */
const anyOf = (paths) => new RegExp(paths.join('|').replaceAll('/', '[\\\\/]'));

/**
 * Joins what is always loaded together, in the browser's build. Left alone, every set of pages that share something makes
 * a file: the review page had thirty-five, and the headers of as many answers weighed as much as a sixth of its script.
 * A page's other files are asked for as it is opened, so the lists of what to load ahead, of every page, are left out.
 */
export const chunks = () => ({
	name: 'readout-chunks',
	/**
	 * @param {unknown} _
	 * @param {{ isSsrBuild?: boolean }} env
	 */
	config: (_, { isSsrBuild }) => (isSsrBuild ? {} : { build: BROWSER })
});

const groups = [
	{ name: 'base', test: anyOf(EVERY_PAGE), priority: 2 },
	{ name: 'review', test: anyOf(A_REVIEW), priority: 1 }
];
const BROWSER = { modulePreload: false, rolldownOptions: { output: { codeSplitting: { groups } } } };
