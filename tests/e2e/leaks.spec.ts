import type { Prompt } from '../../src/lib/domain/items/present.ts';
import { GRADED_FORMS } from '../../src/lib/domain/teaching/rules.ts';
import { dataPath } from './classroom.ts';
import { Crawl, Needles, type Answered, type Needle } from './crawl.ts';
import { COMMENT, DAY, QUIZZES, crawlClass, type World } from './crawled-class.ts';
import { expect, test as base } from './fixtures.ts';
import * as keys from './quiz-keys.ts';

/** No page is opened: what the server answers is read as it is. */
const test = base.extend({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from this pattern
	problems: async ({}, use) => use([])
});

let world: World;
const inQuizzes = () => world.quizzes.flatMap(({ behind }) => behind);
const isOfQuizzes = ({ path }: Answered) => /^\/(api\/)?(attempts|quizzes|classes)\b/.test(path);
const tells = (found: readonly Needle[], { path, status }: Answered) =>
	found.map(({ item, what, text }) => `${path} (${status}) tells of ${item}: ${what} “${text}”`);
const search = (answers: readonly Answered[], needles: Needles) =>
	answers.flatMap((answer) => tells(needles.in(answer.body), answer));

const LONG = 400_000;
test.describe.configure({ mode: 'serial', timeout: LONG });

test.beforeAll(async ({ playwright, server }) => {
	test.setTimeout(LONG);
	world = await crawlClass(playwright.request, server);
});

test('the crawl sees every form that can be graded, and most of what there is to see', () => {
	const { crawl } = world;
	expect(new Set(inQuizzes().map(({ form }) => form.form))).toEqual(new Set(GRADED_FORMS));
	expect(world.quizzes.filter(({ finished }) => finished).length).toBeGreaterThan(3);
	const ok = crawl.answers.filter(({ status }) => status === 200);
	const seen = (start: string) => ok.filter(({ path }) => path.startsWith(start)).length;
	expect(seen('/attempts/')).toBeGreaterThanOrEqual(2 * QUIZZES);
	expect(seen('/quizzes/')).toBeGreaterThanOrEqual(2 * QUIZZES);
	expect(seen('/api/reviews')).toBeGreaterThan(30);
	expect(seen('/_app/')).toBeGreaterThan(50);
	console.log(`${crawl.answers.length} answers, ${ok.length} of them 200; ${inQuizzes().length} questions`);
});

test('no answer before closing holds a feedback sentence, or a true statement, of an item in a running quiz', () => {
	const needles = inQuizzes().flatMap(({ item }) => keys.sentencesOf(item));
	expect(needles.length).toBeGreaterThan(2 * QUIZZES);
	expect(search(world.crawl.answers, new Needles(needles, world.shown))).toEqual([]);
});

test('no page of a quiz holds a right answer that its questions do not show', () => {
	const needles = inQuizzes().flatMap(({ item, form }) => keys.answersOf(item, form));
	expect(needles.length).toBeGreaterThan(2 * QUIZZES);
	expect(search(world.crawl.answers.filter(isOfQuizzes), new Needles(needles, world.shown))).toEqual([]);
});

test('no data of a quiz have a property that tells a key, a verdict or a mark', () => {
	const answers = world.crawl.answers.filter(isOfQuizzes);
	const telling = ({ values, body }: Answered) =>
		values.length > 0 ? values.flatMap(keys.tellingIn) : keys.tellingInScript(body);
	const found = answers.flatMap((answer) => telling(answer).map((name) => `${answer.path}: ${name}`));
	expect(found).toEqual([]);
});

test('a grade that the teacher set, and her word on it, wait for the closing', () => {
	const told = (answers: readonly Answered[]) =>
		answers.filter(({ body }) => /Sehr ordentlich|(?<![\d.])(?:93\.7|0\.937)(?!\d)/.test(body));
	expect(told(world.crawl.answers).map(({ path }) => path)).toEqual([]);
});

test('saving an answer says the same of a right one and a wrong one', () => {
	expect(world.saved.filter(({ right, wrong }) => right !== wrong)).toEqual([]);
	expect(world.saved.length).toBe(inQuizzes().length);
});

test('no source map is served, and every script that is named is there', () => {
	const assets = world.crawl.answers.filter(({ path }) => path.startsWith('/_app/'));
	const maps = assets.filter(({ path }) => path.endsWith('.map'));
	expect(maps.length).toBeGreaterThan(25);
	expect(maps.filter(({ status }) => status !== 404).map(({ path }) => path)).toEqual([]);
	expect(assets.filter(({ path, body }) => !path.endsWith('.map') && body.includes('sourceMappingURL'))).toEqual([]);
});

test('an item of a running quiz is neither asked nor told in reviews', () => {
	const { early, crawl } = world;
	const ids = new Set(inQuizzes().map(({ item }) => item.id));
	const next = crawl.answers.filter(({ path }) => path.startsWith('/api/next'));
	const asked = next.flatMap(({ values }) => (values.at(-1) as { prompt?: Prompt } | undefined)?.prompt?.itemId ?? []);
	expect(asked.filter((id) => ids.has(id))).toEqual([]);
	expect(asked.length).toBeGreaterThan(30);
	expect(early.length).toBe(3);
});

test('checking one answer at once tells of that question alone', async () => {
	const { student, quizzes, shown } = world;
	const { attempt: id, behind } = quizzes.find(({ feedback }) => feedback === 'at-once')!;
	const simple = ['choice', 'true-false', 'typed', 'cloze', 'date'];
	const position = behind.findIndex(({ form }) => simple.includes(form.form));
	const answer = Object.entries(keys.respond(behind[position]!.form, false)).filter(([name]) => name !== 'form');
	const fields = Object.fromEntries(answer.map(([name, value]) => [`q${position}-${name}`, String(value)]));
	await student.does(`/attempts/${id}?/check&position=${position}`, fields);
	const found = new Set<string>();
	for (const path of [`/attempts/${id}`, dataPath(`/attempts/${id}`)]) {
		const { body } = await new Crawl(student).note(path, await student.get(path));
		const needles = new Needles(
			behind.flatMap(({ item }) => keys.sentencesOf(item)),
			shown
		);
		for (const { item, what } of needles.in(body)) if (what === 'feedback') found.add(item);
	}
	expect([...found]).toEqual([behind[position]!.item.id]);
});

test('control: the same search finds the keys on the pages of the teacher', async () => {
	const { teacher, classId, quizzes } = world;
	for (const { attempt: id, behind } of quizzes.filter(({ finished }) => finished)) {
		const crawl = new Crawl(teacher);
		const page = `/classes/${classId}/attempts/${id}`;
		for (const path of [page, dataPath(page)]) {
			const { body, values } = await crawl.note(path, await teacher.get(path));
			const all = behind.flatMap(({ item }) => [...keys.sentencesOf(item), ...keys.explanationsOf(item)]);
			const found = new Needles(all, []).in(body);
			expect(new Set(found.filter(({ what }) => what === 'feedback').map(({ item }) => item)).size).toBe(behind.length);
			expect(found.some(({ what }) => what === 'evidence')).toBe(true);
			const telling = values.length > 0 ? values.flatMap(keys.tellingIn) : keys.tellingInScript(body);
			expect(telling).toEqual(expect.arrayContaining(['solution', 'explanation', 'verdict']));
		}
	}
});

test('control: after closing the student is told, unless never', async () => {
	const { server, student, quizzes, shown, classId } = world;
	server.runAhead(2 * DAY);
	const commented = quizzes.find(({ finished, feedback }) => finished && feedback === 'after-closing');
	const pages = [`/quizzes/${commented?.id}`, `/classes/${classId}/results`].map((path) => student.get(path));
	expect((await Promise.all((await Promise.all(pages)).map((page) => page.text()))).join()).toContain(COMMENT);
	for (const { attempt: id, behind, feedback } of quizzes) {
		const page = `/attempts/${id}`;
		const answers = [page, dataPath(page)].map(async (path) => (await student.get(path)).text());
		const needles = new Needles(
			behind.flatMap(({ item }) => keys.sentencesOf(item)),
			feedback === 'never' ? shown : []
		);
		for (const body of await Promise.all(answers)) {
			const found = needles.in(body).filter(({ what }) => what === 'feedback');
			expect([feedback, new Set(found.map(({ item }) => item)).size]).toEqual([
				feedback,
				feedback === 'never' ? 0 : behind.length
			]);
		}
	}
	server.runAhead(0);
});

test('no answer before closing holds what explains an item in a running quiz', () => {
	const needles = inQuizzes().flatMap(({ item }) => keys.explanationsOf(item));
	expect(search(world.crawl.answers, new Needles(needles, world.shown))).toEqual([]);
});
