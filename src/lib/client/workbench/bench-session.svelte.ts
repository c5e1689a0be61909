import type { Progress, Workbench, WorkbenchCommand, WorkbenchFact } from '#lib/domain/workbench.ts';
import type { BenchApi } from './bench-api.ts';
import { factsOf, putFacts } from './put-facts.ts';

/** The facts of one article while a person works on them: what she decided, what is on its way, what was refused. */
export class BenchSession {
	facts: readonly WorkbenchFact[] = $state.raw([]);
	progress: Progress = $state.raw({ total: 0, proposed: 0, accepted: 0, rejected: 0, merged: 0 });
	undo: string | null = $state(null);
	problem: { code: string; message: string } | undefined = $state.raw();
	/** What was done last, for a screen reader. */
	said = $state('');
	/** Commands that are not answered yet; the first one is on its way, or waits to be sent again. */
	waiting: readonly WorkbenchCommand[] = $state.raw([]);
	#api: BenchApi;
	#running = false;
	/** Decisions given while another one on the same fact was on its way. */
	readonly #onTop = new WeakSet<WorkbenchCommand>();

	constructor(api: BenchApi, bench: Pick<Workbench, 'facts' | 'progress' | 'undo'>) {
		this.#api = api;
		this.facts = bench.facts;
		this.progress = bench.progress;
		this.undo = bench.undo;
	}

	/** Asks for every fact where the page brought only the first ones. */
	async complete(): Promise<void> {
		const facts = await this.#api.all();
		if (facts) this.facts = facts;
		else this.problem = { code: 'unreachable', message: 'Not all facts have arrived. Load the page again.' };
	}

	fact(id: string | undefined): WorkbenchFact | undefined {
		return id === undefined ? undefined : this.facts.find((fact) => fact.id === id);
	}

	get busy(): boolean {
		return this.waiting.length > 0;
	}

	/** The facts of which a decision is on its way. */
	get pending(): ReadonlySet<string> {
		return factsOf(this.waiting);
	}

	/**
	 * Puts a command behind those on their way.
	 * @returns whether it was taken, or refused; one that did not arrive is not decided until it was sent again
	 */
	async run(command: WorkbenchCommand): Promise<boolean> {
		this.problem = undefined;
		if ('id' in command && this.pending.has(command.id)) this.#onTop.add(command);
		this.waiting = [...this.waiting, command];
		return this.#drain(command);
	}

	/** Sends what did not arrive once more. */
	async again(): Promise<void> {
		this.problem = undefined;
		await this.#drain();
	}

	async #drain(wanted?: WorkbenchCommand): Promise<boolean> {
		if (this.#running) return this.#until(wanted);
		this.#running = true;
		let taken = false;
		for (let command = this.waiting[0]; command; command = this.waiting[0]) {
			const ok = await this.#send(command);
			if (ok === undefined) break;
			if (command === wanted) taken = ok;
			this.#done.get(command)?.(ok);
			this.#done.delete(command);
		}
		this.#running = false;
		return wanted && this.waiting.includes(wanted) ? this.#until(wanted) : taken;
	}

	readonly #done = new WeakMap<WorkbenchCommand, (taken: boolean) => void>();
	#until(wanted?: WorkbenchCommand): Promise<boolean> {
		return new Promise((done) => (wanted ? this.#done.set(wanted, done) : done(false)));
	}

	/** Undefined where no answer came: the command then stays the first of those that wait. */
	async #send(command: WorkbenchCommand): Promise<boolean | undefined> {
		const answer = await this.#api.run(this.#current(command));
		if (!answer.ok && answer.code === 'unreachable') {
			this.problem = answer;
			return undefined;
		}
		this.waiting = this.waiting.filter((other) => other !== command);
		this.facts = putFacts(this.facts, answer.facts, answer.ok ? answer.removed : undefined);
		if (answer.ok) {
			this.progress = answer.progress;
			this.undo = answer.undo;
			this.said = answer.undo ?? 'Done';
		} else {
			this.problem = { code: answer.code, message: answer.message };
			if (answer.undo !== undefined) this.undo = answer.undo;
			this.#refuse(command);
		}
		return answer.ok;
	}

	/** A decision on top of this window's own earlier one stands on what that one made of the fact. */
	#current(command: WorkbenchCommand): WorkbenchCommand {
		if (!('seq' in command) || !this.#onTop.delete(command)) return command;
		return { ...command, seq: this.fact(command.id)?.seq ?? command.seq };
	}

	/** Where a decision was refused, those that this window put on top of it were made on a view that is gone. */
	#refuse(command: WorkbenchCommand): void {
		if (!('id' in command)) return;
		for (const other of this.waiting.filter((other) => 'id' in other && other.id === command.id)) {
			this.waiting = this.waiting.filter((kept) => kept !== other);
			this.#done.get(other)?.(false);
		}
	}
}
