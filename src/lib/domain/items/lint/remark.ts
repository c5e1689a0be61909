/** What a rule dislikes at one place, as a code with its data: pages put it into words of their language. */
export type Remark = QuestionRemark | OptionRemark;

/** What is disliked of a question, its feedback or its evidence. */
type QuestionRemark =
	/** The text itself is what is disliked. */
	| { code: 'text'; text: string }
	| { code: 'words'; count: number; text: string }
	| { code: 'which-occasion' | 'pronoun' | 'no-sentence'; text: string }
	| { code: 'no-first-name'; family: string; text: string }
	| { code: 'no-citation' }
	| { code: 'asks-same'; item: string };

/** What is disliked of options and keys. */
export type OptionRemark =
	| { code: 'no-key' | 'one-sided' | 'twice' }
	| { code: 'absolute' | 'right-or-twice' | 'no-mix-up'; text: string }
	| { code: 'key-within'; key: string; text: string }
	| { code: 'cue'; cue: string; text: string; key: string }
	| { code: 'lengths'; least: number; most: number; texts: readonly string[] }
	| { code: 'stops' | 'order'; texts: readonly string[] }
	| { code: 'forbidden'; ruling: string; text: string };

/** A remark in English, for those who read it on a command line. */
export function remarkText(remark: Remark): string {
	switch (remark.code) {
		case 'text':
			return remark.text;
		case 'words':
			return `${remark.count} words: ${remark.text}`;
		case 'which-occasion':
			return `which occasion? ${remark.text}`;
		case 'pronoun':
			return `a pronoun without a name: ${remark.text}`;
		case 'no-first-name':
			return `${remark.family} without a first name: ${remark.text}`;
		case 'no-citation':
			return 'no citation';
		case 'no-sentence':
			return `feedback is no sentence: ${remark.text}`;
		case 'asks-same':
			return `asks what ${remark.item} asks`;
		default:
			return optionText(remark);
	}
}

function optionText(remark: OptionRemark): string {
	switch (remark.code) {
		case 'no-key':
			return 'no option is the key';
		case 'one-sided':
			return 'needs both right and wrong options';
		case 'twice':
			return 'an option stands twice';
		case 'key-within':
			return `${remark.key}: ${remark.text}`;
		case 'cue':
			return `"${remark.cue}" joins "${remark.text}" and "${remark.key}"`;
		case 'right-or-twice':
			return `"${remark.text}" is right or stands twice`;
		case 'no-mix-up':
			return `"${remark.text}" stands for no mix-up`;
		case 'absolute':
			return `an absolute in a wrong option only: ${remark.text}`;
		case 'lengths':
			return `lengths ${remark.least} to ${remark.most}: ${remark.texts.join(' | ')}`;
		case 'stops':
			return `some end with a stop: ${remark.texts.join(' | ')}`;
		case 'order':
			return remark.texts.join(' | ');
		case 'forbidden':
			return `${remark.ruling} forbids "${remark.text}"`;
	}
}
