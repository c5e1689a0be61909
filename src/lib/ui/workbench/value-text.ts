import type { WorkbenchFact } from '#lib/domain/workbench.ts';
import { dateText, numberText } from '../tongue/format.ts';

type Valued = Pick<WorkbenchFact['fact'], 'kind' | 'value' | 'unit'>;

/** The value of a fact as its reader writes it: "12,000,000 tonne", "30 October 2025"; undefined where it has none. */
export function valueText({ kind, value, unit }: Valued): string | undefined {
	if (value === null) return undefined;
	const said = kind === 'date' ? day(String(value)) : kind === 'figure' ? figure(value) : String(value);
	return unit ? `${said} ${unit}` : said;
}

const day = (value: string): string => (/^\d{4}(-\d{2}){0,2}$/.test(value) ? dateText(value) : value);

function figure(value: string | number): string {
	const plain = typeof value === 'number' || /^\d+(\.\d+)?$/.test(value);
	return plain ? numberText(Number(value), { maximumFractionDigits: 20 }) : value;
}
