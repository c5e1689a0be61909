/** "1 article", "2 articles", "no articles". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
