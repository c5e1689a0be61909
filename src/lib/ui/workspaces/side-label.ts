/** A slug as a person reads it: "south-korea" → "South Korea"; the sides of the shipped bank by their names. */
export function sideLabel(id: string): string {
	if (id === 'us') return 'United States';
	if (id === 'both') return 'Both sides';
	if (id === 'none') return 'Nobody’s';
	return id.replace(/(^|-)([a-z])/g, (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`);
}
