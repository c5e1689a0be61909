import type { Told } from './told.ts';

/** A fact of a made-up article, for tests, with what a test says of it. */
export const toldOf = (parts: Partial<Told>): Told => ({
	fact: {
		id: 'f',
		kind: 'position',
		topic: 'trade',
		importance: 1,
		modality: 'claimed',
		statement: 'Norway would lift the ban.',
		values: { is: 'content', content: 'the ban', parts: [] },
		aliases: [],
		evidence: [],
		contra: [],
		related: [],
		derive: [],
		asks: []
	},
	polarity: 'affirmed',
	holder: null,
	holderId: null,
	party: undefined,
	value: null,
	unit: null,
	shown: '',
	around: '',
	article: 'a',
	label: 'Fjord Press',
	sources: ['Fjord Press (4 May 2031)'],
	published: '2031-05-04',
	title: 'Cod and copper',
	alternates: [],
	unsure: false,
	...parts
});
