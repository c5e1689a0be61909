import type { BlockRole, Sentence } from '#lib/domain/articles/types.ts';
import type { Mention } from '#lib/domain/extraction/types.ts';
import { isDemand, isTold } from './judge.ts';
import { partyOf } from '../propositions/names.ts';
import type { Named, Parsed } from '../propositions/sentence.ts';
import { BE } from '../propositions/words.ts';
import type { Proposition } from '../propositions/types.ts';
import type { Frame, Voice } from './types.ts';
import { voiceOfNamed } from './voice.ts';
import { yields } from './yielding.ts';

/** What the pass over the sentences remembers. */
export interface Memory {
	/** Who was last heard, and nobody since. */
	voice: Voice | null;
	/** Block of the sentence before. */
	block: number;
	/** How often each side was heard. */
	heard: Map<string, number>;
}

/** What is known around a sentence that has no verb of speech. */
export interface Around {
	/** Whose section or label it stands under. */
	section: Voice | null;
	memory: Memory;
	/** The propositions of this sentence. */
	known: readonly Proposition[];
	mentions: readonly Mention[];
}

/** With each sentence that only goes on, it is less certain whose words they are. */
const FADES = 0.92;
/** From paragraph to paragraph a voice goes on only where nobody else was heard at all. */
const NEXT_BLOCK = 0.8;
const HEARD_ENOUGH = 2;

/** Remembers who spoke in a sentence: by its frames, or by a position that a trigger told. */
export function remember(frames: readonly Frame[], { memory, known, mentions }: Around): void {
	const own =
		frames.findLast(({ manner }) => manner !== 'goes-on' && manner !== 'author')?.voice ?? voiceIn(known, mentions);
	if (!own) return;
	const side = own.party ?? own.holder.id;
	memory.heard.set(side, (memory.heard.get(side) ?? 0) + 1);
	memory.voice = own;
}

function voiceIn(known: readonly Proposition[], mentions: readonly Mention[]): Voice | null {
	const last = known.findLast(
		({ act, subject, rule }) => act === 'position' && subject !== null && /-(?:direct|quoted|possessor)$/.test(rule)
	);
	if (!last || last.subject === null) return null;
	const mention = mentions[last.subject];
	return mention ? voiceOfNamed({ from: 0, to: 0, index: last.subject, mention }, mention.confidence * 0.9) : null;
}

/** The sentence as words of whoever was last heard, or of whose section it stands in; none where it tells events. */
export function goingOn(parsed: Parsed, sentence: Sentence, role: BlockRole, around: Around): Frame[] {
	const { section, memory } = around;
	const to = parsed.tokens.length;
	const firm = section !== null && parsed.tokens.some(({ w, quoted }) => !quoted && FIRM.has(w));
	if (section && !firm && !isTold(parsed) && !actsOtherwise(parsed, section)) {
		const why = `under the heading or label of ${section.holder.name}`;
		return [{ voice: section, manner: 'listed', from: 0, to, why }];
	}
	const { voice } = memory;
	const same = memory.block === sentence.block;
	const alone = memory.heard.size === 1 && [...memory.heard.values()].every((times) => times >= HEARD_ENOUGH);
	if (!voice || !(role === 'body' || role === 'bullet') || !(same || alone)) {
		if (!same) memory.voice = alone ? voice : null;
		return [];
	}
	const writers = parsed.tokens.some(({ w, quoted }) => !quoted && (w === 'we' || w === 'our'));
	if (writers || isTold(parsed) || isNews(parsed) || actsOtherwise(parsed, voice)) {
		memory.voice = same && !alone ? null : voice;
		return [];
	}
	// What a trigger gives to another side may be what is said of it: the sentence says nothing, and the voice goes on.
	if (around.known.some((one) => isOthers(one, voice) && !yields(parsed, one, voice, around.mentions))) return [];
	const fainter = { ...voice, sure: voice.sure * (same ? FADES : NEXT_BLOCK) };
	memory.voice = fainter;
	return [
		{ voice: fainter, manner: 'goes-on', from: 0, to, why: `goes on with what ${voice.holder.name} said before` }
	];
}

const PLANNED = new Set(['planned', 'expected', 'scheduled', 'due', 'slated', 'underway']);

/** "A fifth round is planned", "There will be a hotline", "“…,” she closed": told by the article, or said by another. */
function isNews({ tokens }: Parsed): boolean {
	if (tokens[0]?.w === 'there' || tokens[0]?.w === '"') return true;
	return tokens.some(({ w, quoted }, at) => !quoted && BE.has(w) && PLANNED.has(tokens[at + 1]?.w ?? ''));
}

/** Of another side something is said or asked: "Washington is …", "Washington must …"; else it does something. */
function isJudged(parsed: Parsed, { to }: Named): boolean {
	if (isDemand(parsed, { from: 0, to: parsed.tokens.length })) return true;
	return parsed.tokens.slice(to, to + 6).some(({ w }) => BE.has(w));
}

/** The writer speaks of himself, or takes another turn. */
const OWN = new Set(['i', 'my', 'me', 'according']);
/** Under a heading that names a side a firm speaks of itself and its clients. */
const FIRM = new Set(['we', 'our', 'clients', 'client', 'alert', 'newsletter', 'briefing', 'subscribe']);

function isOthers({ holder }: Proposition, voice: Voice): boolean {
	return holder !== null && holder.id !== voice.holder.id && holder.id !== voice.party;
}

/** Another person opens the sentence, or somebody does something: it tells, and is nobody's view. */
function actsOtherwise(parsed: Parsed, voice: Voice): boolean {
	const opener = parsed.named.find((one) => one.from < 3);
	// "Greenpeace is less kind": a body that speaks for no state takes its own turn.
	if (opener?.mention.referent?.is === 'organisation' && partyOf(opener) === null) return true;
	const person = opener?.mention.referent?.is === 'person' || opener?.mention.via === 'officials' ? opener : undefined;
	if (person && partyOf(person) !== voice.party && person.mention.referent?.id !== voice.holder.id) return true;
	const other = opener !== undefined && partyOf(opener) !== voice.party;
	if (other && !isJudged(parsed, opener)) return true;
	if (['but', 'yet'].includes(parsed.tokens[0]?.w ?? '')) return true;
	return parsed.tokens.some(({ w, quoted }) => !quoted && OWN.has(w));
}
