/** Values of this process by what names them, up to a number of them: the least recently used goes first. */
export class Kept<T> {
	readonly #values = new Map<string, T>();
	readonly #most: number;

	/** @param most how many are kept at once */
	constructor(most: number) {
		this.#most = most;
	}

	get(key: string): T | undefined {
		const value = this.#values.get(key);
		if (value !== undefined) this.set(key, value);
		return value;
	}

	set(key: string, value: T): void {
		this.#values.delete(key);
		this.#values.set(key, value);
		for (const oldest of this.#values.keys()) {
			if (this.#values.size <= this.#most) break;
			this.#values.delete(oldest);
		}
	}

	delete(key: string): void {
		this.#values.delete(key);
	}
}
