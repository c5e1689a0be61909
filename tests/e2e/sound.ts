import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing that axe finds, and nothing that must be scrolled sideways. */
export async function expectSound(page: Page, name: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	expect(
		violations.map((v) => `${name}: ${v.id} at ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`)
	).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect([name, overflow]).toEqual([name, 0]);
}
