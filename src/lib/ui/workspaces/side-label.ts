import { m } from '#lib/paraglide/messages.js';
/** A slug as a person reads it: "south-korea" → "South Korea"; the sides of the shipped bank by their names. */
export function sideLabel(id: string): string {
	if (id === 'us') return m.domain_side_name_us();
	if (id === 'china') return m.domain_side_name_china();
	if (id === 'both') return m.domain_side_name_both();
	if (id === 'none') return m.domain_side_name_none();
	return id.replace(/(^|-)([a-z])/g, (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`);
}
