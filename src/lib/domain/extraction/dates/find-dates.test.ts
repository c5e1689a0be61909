import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '#lib/domain/dates.ts';
import type { Layout } from '#lib/domain/articles/types.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { findDates } from './find-dates.ts';

/** Friday. */
const PUBLISHED = '2023-11-17';

/** A layout of one block with the given sentences. */
function layoutOf(sentences: string[], section?: string): Layout {
	const text = sentences.join(' ');
	let at = 0;
	const spans = sentences.map((sentence) => {
		const start = at;
		at += sentence.length + 1;
		return { start, end: start + sentence.length, block: 0, duplicate: false };
	});
	const span = { start: 0, end: text.length };
	const block = { ...span, role: 'body', paragraph: 1, content: span, ...(section && { section }) } as const;
	return { article: { text, normal: text }, blocks: [block], sentences: spans };
}

const isos = (sentence: string, published: string | null = PUBLISHED) =>
	findDates(layoutOf([sentence]), published).map((date) => date.iso);

describe('findDates', () => {
	it.each<[string, string, ...string[]]>([
		['2026-02-10', 'The truce, which is due to lapse on November 10, spared importers.', '2026-11-10'],
		['2026-02-10', 'The panel, set up on October 1, reports on March 31.', '2025-10-01', '2026-03-31'],
		['2024-03-14', 'He spoke of the drills in advance of the May 20 inauguration.', '2024-05-20'],
		['2026-01-16', 'Oslo said it would cut the duty if seizures kept falling through June.', '2026-06'],
		['2026-01-22', 'The tariff remains at 10 percent, with a review at the end of March.', '2026-03'],
		['2026-01-16', 'He was asked if seizures kept falling through June.', '2025-06'],
		['2026-02-10', "South Korea's local elections on June 3 are the first test.", '2026-06-03'],
		['2026-02-10', 'Sales in the third quarter beat those of the second.', '2025-07/2025-09'],
		['2024-12-18', 'The court must rule by June 11.', '2025-06-11'],
		['2026-01-26', 'The fair, which opens on 14 December, would help.', '2026-12-14'],
		['2025-11-28', 'Both agreed to keep the pause in place until 10 November.', '2026-11-10'],
		['2025-03-10', 'The heads of state met on 18 December.', '2024-12-18'],
		['2025-03-10', 'The dispute had simmered until 12 February.', '2025-02-12'],
		['2025-06-09', 'They would meet before the year is out.', '2025'],
		['2026-01-20', 'Reports of a postponement to May were denied.', '2026-05'],
		['2026-01-20', 'He told “Newsnight This Evening” so.'],
		['2026-01-20', '“Today I call it a farce,” she said.'],
		['2022-11-15', 'Duties remain, and nobody promised to lift them on Monday.', '2022-11-14'],
		['2024-05-15', 'Rounds could be held before the election in November.', '2024-11'],
		[
			'2024-05-15',
			'The next date in the diary is the summit on May 21 and 22, co-hosted by Rome.',
			'2024-05-21/2024-05-22'
		],
		['2025-08-25', 'Oslo wants the bureau to withdraw its May guidance on salmon.', '2025-05'],
		['2013-12-20', 'The premier met with the co-chairs on Thursday.', '2013-12-19'],
		['2013-12-20', 'The premier co-chairs the session on Thursday.', '2013-12-26'],
		['2024-08-31', "He hosts the Forum in 2026, after Honiara's turn next September.", '2026', '2025-09'],
		['2024-03-05', "Next year's summit in Lima in May may help.", '2025', '2025-05'],
		['2025-05-06', 'The treaty expires next February.', '2026-02'],
		['2023-12-10', 'They met in March 2023. The annual talks will resume in April.', '2023-03', '2024-04'],
		['2016-06-24', 'China will set up an exchange by the end of September.', '2016-09'],
		['2016-12-20', 'China set up an exchange at the end of September.', '2016-09'],
		['2023-06-24', 'In October 2022 it grew. China will set it up by September.', '2022-10', '2023-09'],
		['2023-12-10', 'In June 2023 they agreed to be quiet before the vote on 13 January.', '2023-06', '2024-01-13'],
		['2023-12-10', 'In June 2023 they said that it had begun on 13 January.', '2023-06', '2023-01-13'],
		['2025-07-14', 'She will have served a year on 5 September.', '2025-09-05'],
		['2023-10-20', 'On the 26th, Wang Yi goes to Washington.', '2023-10-26'],
		['2021-05-27', "Data due on June 7 will show whether April's fall was a blip.", '2021-06-07', '2021-04'],
		['2024-07-03', 'In the first five months of this year trade rose.', '2024-01/2024-05'],
		['2024-07-03', 'The first nine months of 2023 were poor.', '2023-01/2023-09'],
		['2024-07-03', "In this year's first five months trade rose.", '2024-01/2024-05'],
		['2024-07-03', 'In the first three months of the war trade fell.'],
		['2024-08-19', 'He lands in the capital next week.', '2024-08-26/2024-09-01'],
		['2024-08-19', "He will chair next week's meeting."],
		[
			'2024-12-18',
			'"We met yesterday and we meet tomorrow," he said on Monday.',
			'2024-12-15',
			'2024-12-17',
			'2024-12-16'
		],
		['2024-12-18', '"We met yesterday," he said.', '2024-12-17']
	])('published %s: %s', (published, sentence, ...expected) => {
		expect(isos(sentence, published)).toEqual(expected);
	});

	it.each<[string, ...string[]]>([
		['The rules are reviewed by the end of the fourth quarter.', '2023-10/2023-12'],
		['A ban could come as early as January.', '2024-01'],
		["They want a text before year's end.", '2023'],
		['Two weeks ago the talks were called off.', '2023-11-03'],
		['From the 6th to the 8th of this month the fleets drilled.', '2023-11-06/2023-11-08'],
		['They promised to publish new 2040 targets.', '2040'],
		['A clause covers goods afloat on 2 December, provided they land by 9 December.', '2023-12-02', '2023-12-09'],
		['“You cannot sell the rope on Monday,” she said, “and mourn on Tuesday.”'],
		['The Monday after the vote was quiet.'],
		['Kenya undertook to settle the invoices before the end of June.', '2024-06'],
		['Officials were instructed to draft a text, by the end of the second quarter, on parts.', '2024-04/2024-06'],
		['They had hoped to settle it by the end of June.', '2023-06'],
		['He looked forward to visiting China in April.', '2024-04'],
		['They settled on January 30 for the launch.', '2024-01-30'],
		['Originally planned for August, the round was held late.', '2023-08'],
		['The older licences from April stay in force.', '2023-04'],
		['They met on 15 November 2023 in Woodside.', '2023-11-15'],
		['They met on Nov. 15, 2023, in Woodside.', '2023-11-15'],
		['They met on November 15 in Woodside.', '2023-11-15'],
		['They met on the 15th of November in Woodside.', '2023-11-15'],
		['They met on the fifteenth of November, 2023.', '2023-11-15'],
		['It is dated 2023-11-15 and signed.', '2023-11-15'],
		['It was signed on 15/11/2023 by both.', '2023-11-15'],
		['It was signed on 15.11.2023 by both.', '2023-11-15'],
		['On 2023 November 15 both signed.', '2023-11-15'],
		['On 9 September, 2024, both met.', '2024-09-09'],
		['It was signed on Wednesday, Nov. 15, in Rome.', '2023-11-15'],
		['It was signed on Wednesday (Nov. 15) in Rome.', '2023-11-15'],
		['They spoke at 10:30 a.m. on Nov. 15 by phone.', '2023-11-15'],
		['He was there from 14 to 16 November 2023.', '2023-11-14/2023-11-16'],
		['He visited on November 14-17, 2023.', '2023-11-14/2023-11-17'],
		['The forum ran 15–17 November.', '2023-11-15/2023-11-17'],
		['The Feb. 21-28, 1972, visit is famous.', '1972-02-21/1972-02-28'],
		['From December 30 to January 2, 2023 they met.', '2022-12-30/2023-01-02'],
		['The summit of November 2023 ended well.', '2023-11'],
		['In July of 2023, China answered.', '2023-07'],
		['In November, 2023, they met.', '2023-11'],
		['She visited Taiwan in August last year and left.', '2022-08'],
		['Talks broke down last August over chips.', '2023-08'],
		['Last November they met in Bali.', '2022-11'],
		['They will meet next March in Lima.', '2024-03'],
		['They met this June in Rome.', '2023-06'],
		['They met in mid-November.', '2023-11'],
		['In June and July they met thrice.', '2023-06', '2023-07'],
		['They agreed on Wednesday to resume talks.', '2023-11-15'],
		['They will meet on Wednesday in Lima.', '2023-11-22'],
		['The meeting is scheduled for Saturday.', '2023-11-18'],
		['He arrived last Tuesday with his wife.', '2023-11-14'],
		['He leaves next Monday for Rome.', '2023-11-20'],
		['The talks ended late Thursday evening.', '2023-11-16'],
		['They met Wednesday of last week.', '2023-11-08'],
		['He spoke yesterday and flies home tomorrow.', '2023-11-16', '2023-11-18'],
		['Today, the ministers signed a deal.', '2023-11-17'],
		['He signed an order last month that failed.', '2023-10'],
		['It was shot down earlier this year.', '2023'],
		['Early next year flights will rise.', '2024'],
		['They met two years ago in Rome.', '2021'],
		['On November 15, 2023 they met; two days later they parted.', '2023-11-15', '2023-11-17'],
		['They will triple capacity by 2030.', '2030'],
		['Since at least 2019 they quarrel.', '2019'],
		['In 2017 and 2018 tariffs rose.', '2017', '2018'],
		['Ties were strong in the 1970s and later.', '1970/1979'],
		['The 2014-15 session failed.', '2014/2015'],
		['Between 2014 and 2016 trade fell.', '2014/2016'],
		['Compared with 2019, trade rose from 2021 to 2022.', '2019', '2021/2022'],
		['Spending in fiscal 2024 will rise.', '2024'],
		['Growth in Q3 2023 was slow.', '2023-07/2023-09'],
		['Growth in the third quarter of 2023 was slow.', '2023-07/2023-09'],
		['In the first half of 2024 trade grew.', '2024-01/2024-06'],
		['It ends at the end of 2024.', '2024'],
		['By the end of this year it is over.', '2023'],
		['The 1979 communique still holds.', '1979'],
		["It was said on Biden's 2022 visit.", '2022'],
		['The deal (2015) is dead.', '2015'],
		['2018: Tariffs begin.', '2018'],
		['Flights resume on January 5.', '2024-01-05'],
		['He resigned on December 3.', '2022-12-03'],
		['He said “we met on 3 May 2023” and smiled.', '2023-05-03'],
		['On the 15th, the president flew on.', '2023-11-15'],
		['He could also go to the demilitarised zone on Sunday.', '2023-11-19'],
		['It fell in May, the lowest since March 2020.', '2023-05', '2020-03'],
		['In 2019, they met on June 29 in Osaka.', '2019', '2019-06-29'],
		['On June 10, 2023 they kept the truce of the month before.', '2023-06-10', '2023-05'],
		['The yard may be ready as early as 2027.', '2027'],
		['By the end of 2030 emissions should peak.', '2030'],
		['The law of 1982 applies.', '1982'],
		['The so-called 1992 consensus came up.', '1992'],
		['The goal is a cut of half from 2005 levels.', '2005'],
		['The plan covers 2024 through 2026.', '2024/2026'],
		['He landed on November 1 and left two weeks later.', '2023-11-01', '2023-11-15'],
		['He landed on November 1, a week earlier than planned.', '2023-11-01'],
		['The premier arrived on the 13th and left on the 16th.', '2023-11-13', '2023-11-16'],
		['On the 7th of this month, the envoy left.', '2023-11-07'],
		['The forum will be held in December.', '2023-12'],
		['The truce was extended until February 10.', '2024-02-10'],
		['The pause expires at 12:01 a.m. on January 10.', '2024-01-10'],
		['If no pact is signed by 31 December, tariffs return.', '2023-12-31'],
		['They decided not to send observers to the polls in March.', '2024-03'],
		['They said on Monday that talks resume on Thursday.', '2023-11-13', '2023-11-23'],
		['In the five months ended August exports fell.', '2023-08'],
		['Exports grew in the first half of the year.', '2023-01/2023-06'],
		['They will meet again next Sunday.', '2023-11-26'],
		['Officials hope for a visit next spring.', '2024-03/2024-05'],
		['He is due in Rome in the spring.', '2024-03/2024-05'],
		['Exports have grown since summer.', '2023-06/2023-08'],
		['This morning the president placed a call.', '2023-11-17'],
		['They spoke last night by phone.', '2023-11-16'],
		['On 2023年11月15日, both sides signed.', '2023-11-15'],
		['On 2023年11月, both sides signed.', '2023-11'],
		['They met on 20/10/2023 and again on 11/12/2023.', '2023-10-20', '2023-12-11'],
		['They met on 10/20/2023 and again on 11/12/2023.', '2023-10-20', '2023-11-12'],
		['They spoke the day before yesterday.', '2023-11-15'],
		['They will sign it the day after tomorrow.', '2023-11-19'],
		['They spoke a week ago Monday.', '2023-11-06'],
		['Last week, on Tuesday, they spoke.', '2023-11-07'],
		['The talks ran from Monday to Wednesday.', '2023-11-13/2023-11-15'],
		['He was in Rome Sunday through Tuesday.', '2023-11-12/2023-11-14'],
		['He will be in Rome from Monday to Wednesday.', '2023-11-20/2023-11-22'],
		['They met on May 10; the previous Friday they had spoken.', '2023-05-10', '2023-05-05'],
		['They met on May 10; the following Monday they parted.', '2023-05-10', '2023-05-15'],
		['They met on May 10. The day after, they parted.', '2023-05-10', '2023-05-11'],
		['They met on May 10. Two days before, he had called.', '2023-05-10', '2023-05-08'],
		['He came in January 2021 and left in July of the same year.', '2021-01', '2021-07'],
		['Exports fell in the third quarter.', '2023-07/2023-09'],
		['It is the favourite in elections in January.', '2024-01'],
		['He warned of trouble over the election in January.', '2024-01'],
		['She, who takes office on January 20, has vowed it.', '2024-01-20'],
		['Lima called off the meeting of 24-25 November.', '2023-11-24/2023-11-25'],
		['The duties of April came first.', '2023-04'],
		['They ended talks on Tuesday without a word on a truce that lapses soon.', '2023-11-14'],
		['It is Saturday morning in Taipei.', '2023-11-18'],
		['The tools fall under it with effect from 1 January.', '2024-01-01']
	])('%s', (sentence, ...expected) => {
		expect(isos(sentence)).toEqual(expected);
	});

	it.each([
		'The talks lasted four hours and the pact 50 years.',
		'China will host them over the next five years.',
		'Some 2023 people came to room 2022.',
		'It cost $2,030 in all.',
		'UN Resolution 2758 stands, and flight 2019 landed.',
		'China today is a different country.',
		'He said earlier this week that all was well.',
		'It was signed on 11/12/2023 by both.',
		'Theresa May may march.',
		'Made in China 2025 is a plan.',
		'Black Friday came, said the Sunday Times.',
		'By 2000 workers it was built, of 2000 tonnes.',
		'The 15th round of talks and the 19th century.',
		'It fell over the last year.',
		'A day earlier nothing was known.',
		'Sales fell 3% from a year earlier.',
		'It decides who wins on tomorrow’s battlefield.',
		'In the fall of the wall he saw a sign.',
		'The second quarter of the game was dull.'
	])('finds no date in: %s', (sentence) => {
		expect(isos(sentence)).toEqual([]);
	});

	it('leaves open what hangs on an unknown publication', () => {
		const [date] = findDates(layoutOf(['They agreed on Wednesday.']), null);
		expect(date).toMatchObject({ iso: null, relative: true });
	});

	it('takes the year from the text where publication is unknown', () => {
		const layout = layoutOf(['They met on November 15, 2019.', 'They parted on November 16.']);
		expect(findDates(layout, null).map((date) => date.iso)).toEqual(['2019-11-15', '2019-11-16']);
		expect(findDates(layoutOf(['March 22: Tariffs begin.'], '2018'), PUBLISHED)[0]?.iso).toBe('2018-03-22');
	});

	it('gives no year to a day that is part of a name', () => {
		expect(isos('It urged Oslo to abide by the August 17 Communique.')).toEqual([]);
		expect(isos('It urged Oslo to abide by the communique of August 17.')).toHaveLength(1);
	});

	it('takes no place for a month', () => {
		expect(isos('The embassy spoke of the spirit of Mar-a-Lago.')).toEqual([]);
	});

	it('lets the weekday choose the year', () => {
		expect(isos('They had met on Monday, Nov. 14, in Bali.')).toEqual(['2022-11-14']);
	});

	it('reads every date that is written out, and its span is what was written', () => {
		const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(days, fc.constantFrom(7, 10), (day, length) => {
				const iso = day.toISOString().slice(0, length);
				const written = formatDate(iso);
				const text = `The pact of ${written} holds.`;
				const [found] = findDates(layoutOf([text]), null);
				expect(found?.iso).toBe(iso);
				expect(text.slice(found!.start, found!.end)).toBe(written);
			})
		);
	});

	it.each([
		['words', 'the '.repeat(50_000)],
		['numbers', '2023 '.repeat(40_000)],
		['months', 'May '.repeat(40_000)],
		['dates in a sentence', 'On 3 May 2023 and '.repeat(5_500)],
		['spaces', `in${' '.repeat(200_000)}2023`],
		['distances', 'two years and '.repeat(15_000)]
	])('stays linear on hostile %s', (_, text) => {
		const begun = cpuTime();
		findDates(layoutOf([text.slice(0, 100_000)]), PUBLISHED);
		expect(cpuTime() - begun).toBeLessThan(4000);
	});
});
