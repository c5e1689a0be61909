import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOCALES } from '../../src/lib/domain/tongue.ts';

const html = readFileSync('src/error.html', 'utf8');

it('the page for when no other can be made speaks every language', () => {
	for (const locale of LOCALES) expect(html).toContain(`lang="${locale}"`);
	expect(html.match(/<a href="\/">/g)).toHaveLength(LOCALES.length);
	expect(/lang="zh-CN">[^]*\p{Script=Han}{4}/u.test(html)).toBe(true);
});

it('the page for when no other can be made needs only what is a file of its own, and no style or script in it', () => {
	const files = [...html.matchAll(/<link[^>]* href="\/([^"]+)"/g)].map(([, file]) => `static/${file}`);
	expect(files.length).toBeGreaterThan(0);
	expect(files.filter((file) => !existsSync(file))).toEqual([]);
	expect(html).not.toMatch(/<style|<script|style=/);
});
