/**
 * Milliseconds of processor time that this process has used: what a test of growth compares. A clock on the wall also
 * counts what other programs take.
 */
export function cpuTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
