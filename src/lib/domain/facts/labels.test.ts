import { describe, expect, it } from 'vitest';
import { topicLabel } from './labels.ts';

describe('the label of a topic', () => {
	it('is the workspace’s own, the shipped one, or its id as words', () => {
		expect(topicLabel('ai', [{ id: 'ai', label: 'Machines' }])).toBe('Machines');
		expect(topicLabel('ai')).toBe('Artificial intelligence');
		expect(topicLabel('fishing-rights')).toBe('Fishing rights');
	});
});
