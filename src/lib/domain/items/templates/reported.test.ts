import { describe, expect, it } from 'vitest';
import { toldOf } from './told-fixture.ts';
import { isCutOut } from './context.ts';
import { isOfAnother, withTeller } from './reported.ts';

describe('what stands inside the report of somebody else', () => {
	it('is uncertain', () => {
		const around = 'Dahl said that the minister had raised the quota, and had called on Peru to lower it.';
		const told = toldOf({ around, shown: 'had called on Peru to lower it', holder: 'Ole Dahl' });
		expect(isOfAnother(told, 'had called on Peru to lower it')).toBe(true);
		expect(withTeller(told, 'had called on Peru to lower it')).toBeUndefined();
		const after = toldOf({ around: 'Peru pressed Norway for cod, Dahl said.', shown: 'Peru pressed Norway for cod' });
		expect(isOfAnother(after, 'pressed Norway for cod')).toBe(true);
		const own = toldOf({ around: 'Wong said his country stood ready to host.', shown: 'stood ready to host' });
		expect(withTeller(own, 'stood ready to host')).toBeUndefined();
	});

	it('is not what the report itself is, nor what the sentence before reports', () => {
		const said = toldOf({ around: 'Dahl said that Norway would wait.', shown: 'Dahl said that Norway would wait' });
		expect(isOfAnother(said, 'said that Norway would wait')).toBe(false);
		const around = '“We wait,” he said. Dahl pressed Peru to lower the quota.';
		expect(isOfAnother(toldOf({ around, shown: 'pressed Peru to lower the quota' }), 'pressed Peru')).toBe(false);
	});

	it('is what an agency reports that somebody said', () => {
		const shown = 'The minister, the agency reported, reaffirmed that cod is scarce';
		expect(isOfAnother(toldOf({ around: `${shown}.`, shown }), 'reaffirmed that cod is scarce')).toBe(true);
	});

	it('cites the teller where the clause names the holder', () => {
		const around = 'According to the fact sheet, Peru will buy cod.';
		const told = toldOf({ around, shown: 'Peru will buy cod', holder: 'Peru', sources: ['Fjord Press (4 May 2031)'] });
		expect(withTeller(told, 'will buy cod')?.sources).toEqual(['Fjord Press (4 May 2031), citing the fact sheet']);
		const unnamed = toldOf({
			around: 'According to officials, Peru will buy cod.',
			shown: 'Peru will buy cod',
			holder: 'Peru'
		});
		expect(withTeller(unnamed, 'will buy cod')).toBeUndefined();
	});

	it('never chains a second clause to an inner verb', () => {
		const told = toldOf({ around: '', shown: '' });
		expect(isOfAnother(told, 'considered Peru a partner, and that fines were not planned')).toBe(true);
	});
});

describe('a sentence of which a part is told', () => {
	it('is cut out where what limits it is left', () => {
		const shown = 'Norway would lift the ban';
		const told = toldOf({ around: `Although cod was scarce, ${shown}.`, shown });
		expect(isCutOut(told)).toBe(true);
		expect(isCutOut(toldOf({ around: `${shown}, although cod was scarce.`, shown }))).toBe(true);
		expect(isCutOut(toldOf({ around: `Unless it rains, all wait. ${shown}.`, shown }))).toBe(false);
	});
});
