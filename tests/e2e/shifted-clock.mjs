// Preloaded into the server under test: its clock runs ahead by as many milliseconds as a file says, so that a test can
// wait for the next day without waiting. The server itself knows nothing of it.
import { readFileSync } from 'node:fs';

const RealDate = Date;
const file = process.env.SHIFTED_CLOCK_FILE ?? '';
const offset = () => Number(readFileSync(file, 'utf8'));

globalThis.Date = class extends RealDate {
	/** @param {any[]} parts */
	constructor(...parts) {
		// @ts-expect-error the constructor's overloads cannot be spread
		super(...(parts.length === 0 ? [RealDate.now() + offset()] : parts));
	}
	static now() {
		return RealDate.now() + offset();
	}
};
