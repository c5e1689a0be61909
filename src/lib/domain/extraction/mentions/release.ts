import type { Layout } from '../../articles/types.ts';

const OPENING_BLOCKS = 4;
const LONGEST_LOOK = 300;

/** How governments head what they publish themselves: in such a text "the Secretary" is the publisher's own. */
const HEADS =
	/^(?:the )?(?:readout|read-out|statement (?:by|from|of|on)|remarks (?:by|of|as)|fact ?sheet|factsheet|background press call|press (?:release|statement)|for immediate release|media release|joint (?:readout|statement)|transcript)\b|\battributable to\b|\b(?:call|meeting|video teleconference|bilateral) with (?:the )?(?:people's republic|prc|president|prime minister|premier|foreign|minister|secretary|vice|director|chinese|state councilor)\b|\bregular press conference\b/i;
const BY_OWNER =
	/^(?:president|prime minister|secretary|minister|chancellor|commissioner)[^\n]{0,60}'s? (?:call|meeting|travel|visit|trip|remarks|statement|video)/i;

/** Whether a government published the text itself, as its first lines tell: a readout, a statement, remarks. */
export function isRelease({ article, blocks }: Layout): boolean {
	return blocks.slice(0, OPENING_BLOCKS).some(({ content, role, label }, index) => {
		const words = article.normal.slice(content.start, Math.min(content.end, content.start + LONGEST_LOOK));
		const line = label === undefined ? words : `${label}: ${words}`;
		return (
			(index === 0 || role !== 'body' || line.length < LONGEST_LOOK / 2) && (HEADS.test(line) || BY_OWNER.test(line))
		);
	});
}
