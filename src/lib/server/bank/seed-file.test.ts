import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factFileSchema } from '#lib/domain/facts/fact-schema.ts';
import { parseSeedFile, SeedError } from './seed-file.ts';
import { loadSeeds } from './seeds.ts';

/** A copy of the seeds with one file changed. */
function seedsWith(file: string, change: (text: string) => string): string {
	const folder = mkdtempSync(join(tmpdir(), 'readout-seeds-'));
	cpSync('seeds', folder, { recursive: true });
	const before = readFileSync(join(folder, file), 'utf8');
	const after = change(before);
	expect(after).not.toBe(before);
	writeFileSync(join(folder, file), after);
	return folder;
}

function faultsOf(folder: string) {
	try {
		loadSeeds(folder);
	} catch (error) {
		if (error instanceof SeedError) return error.faults;
		throw error;
	}
	return [];
}

describe('a fault in the seeds', () => {
	it('is reported with file, line and field', () => {
		const folder = seedsWith('facts/ai.yaml', (text) => text.replace('importance: 1', 'importance: 7'));
		const lines = readFileSync(join(folder, 'facts/ai.yaml'), 'utf8').split('\n');
		const [fault] = faultsOf(folder);
		expect(fault).toMatchObject({
			file: 'facts/ai.yaml',
			line: lines.findIndex((l) => l.includes('importance: 7')) + 1
		});
		expect(fault!.field).toMatch(/^facts\[\d+\]\.importance$/);
	});

	it('is found when a name points nowhere', () => {
		const folder = seedsWith('sets/orders.yaml', (text) => text.replace(/fact: [a-z0-9-]+/, 'fact: no-such-fact'));
		expect(faultsOf(folder)).toMatchObject([
			{ file: 'sets/orders.yaml', message: 'no fact has the id "no-such-fact"' }
		]);
	});

	it('is found when a paragraph lies beyond the end of its article', () => {
		const folder = seedsWith('facts/ai.yaml', (text) =>
			text.replace(/source: china-briefing, paragraph: \d+/, 'source: china-briefing, paragraph: 900')
		);
		expect(faultsOf(folder)[0]?.message).toMatch(/has paragraphs 1 to 64, not 900/);
	});

	it('is found in the YAML itself', () => {
		const parsed = parseSeedFile('x.yaml', 'topic: ai\nfacts:\n  - id: [', factFileSchema);
		expect(parsed).toMatchObject({ ok: false, faults: [{ file: 'x.yaml', field: '(yaml)', line: 3 }] });
	});

	it('does not hide a second one', () => {
		const text = 'topic: nowhere\nfacts:\n  - id: A\n';
		const parsed = parseSeedFile('x.yaml', text, factFileSchema);
		expect(parsed.ok ? 0 : parsed.faults.length).toBeGreaterThan(3);
	});
});
