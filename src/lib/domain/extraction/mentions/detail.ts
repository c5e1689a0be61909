import type { MentionDetail } from '../types.ts';
import type { Draft, Ground } from './draft.ts';

/** What is known of a referent beside its name, so that entities can be made of mentions alone. */
export function detailOf(ground: Ground, draft: Draft, written: string): MentionDetail {
	const { person, place, via } = draft;
	const first = draft.name ? draft.line.tokens[draft.name.from] : undefined;
	const last = draft.name ? draft.line.tokens[draft.name.to - 1] : undefined;
	const fullName = first && last ? ground.normal.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
	const base = {
		written: written.replace(/\s+/g, ' '),
		alias: !draft.titled && (via === 'gazetteer' || via === 'surname' || via === 'alias'),
		...(fullName.includes(' ') ? { fullName } : {})
	};
	if (place) return { ...base, placeType: place.type, ...(place.chinese ? { chinese: place.chinese } : {}) };
	if (person === undefined) return base;
	const country = person.country === undefined ? undefined : ground.names.countries.get(person.country)?.short;
	return {
		...base,
		family: person.family,
		order: person.order,
		...(person.given === undefined ? {} : { given: person.given }),
		...(person.chinese === undefined ? {} : { chinese: person.chinese }),
		...(person.gender === undefined ? {} : { gender: person.gender }),
		...(country === undefined ? {} : { country })
	};
}
