import type { Page } from '@playwright/test';

/** Words in Latin letters that a Chinese page may have outside of what is marked as English, and why. */
const LATIN = [
	// The project, what it computes with and resembles, kinds of files, and what stands on keys and sizes of paper.
	...['Readout', 'FSRS-6', 'Anki', 'CSV', 'Word', 'PDF', 'Enter', 'Esc', 'Ctrl+Z', 'Letter', 'UTC'],
	// Endings of files, and the beginning of an address.
	...['.txt', '.html', '.docx', '.pdf', 'https://'],
	// Examples of what is written in English.
	...['according to …', 'On Tuesday', 'last year', 'pledge', 'oppose', 'lian@example.org', 'by'],
	// Sources and their publishers, by the names under which the questions speak of them.
	...['IRIA', 'China Briefing', 'High-Stakes Summit', 'Vow to Restore', 'Radar Asia']
];

/** Codes of classes, which hold letters and figures. */
const CODES = /\b[\dA-Z]{3}-[\dA-Z]{4}\b/g;

/**
 * Texts of a Chinese page with words in Latin letters that are not marked as English, are no names that people gave and
 * none of those that it may have; also what is only read aloud.
 * @param written what the test's people wrote themselves, where it stands within a Chinese sentence
 */
export async function strayLatin(page: Page, written: readonly string[] = []): Promise<string[]> {
	const texts = await page.evaluate(() => {
		// A title cannot be marked: of a page about one question it is that question, as its heading says it.
		const question = document.querySelector('h1 [lang="en"]')?.textContent?.trim() ?? '';
		const found = [document.title.replace(question, '')];
		const apart = '[lang="en"], bdi, code, script, style, noscript, textarea, select[name="timeZone"], .email';
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode())
			if (!node.parentElement?.closest(apart)) found.push(node.textContent ?? '');
		for (const element of document.querySelectorAll('*'))
			for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
				if (!element.closest('[lang="en"]')) found.push(element.getAttribute(name) ?? '');
		return found.map((text) => text.replace(/\s+/g, ' ').trim());
	});
	const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const longest = [...written, ...LATIN].toSorted((a, b) => b.length - a.length);
	const known = new RegExp(`(?<![A-Za-z])(?:${longest.map(escape).join('|')})(?![A-Za-z])`, 'g');
	const rest = (text: string) => text.replace(known, '').replace(CODES, '');
	return [...new Set(texts.filter((text) => /[A-Za-z]{2,}/.test(rest(text))))];
}
