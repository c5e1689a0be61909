import * as v from 'valibot';

const words = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));

/** What a teacher may add to the lexicon of her workspace. */
export const lexiconContentSchema = v.variant('kind', [
	v.strictObject({
		kind: v.literal('name'),
		is: v.picklist(['person', 'organisation', 'place']),
		name: words(120),
		/** The country's id or name. */
		country: v.optional(words(60)),
		/** A person's office, as articles write it. */
		office: v.optional(words(160))
	}),
	v.strictObject({
		kind: v.literal('alias'),
		/** The id or the name of the person, body or place. */
		of: words(120),
		alias: words(120)
	}),
	v.strictObject({
		kind: v.literal('topic'),
		id: slug,
		label: words(60),
		/** Words whose occurrence gives a clause this topic. */
		words: v.pipe(v.array(words(60)), v.minLength(1), v.maxLength(60))
	}),
	v.strictObject({
		kind: v.literal('trigger'),
		/** The verb or noun, as in the dictionary: "pledge", "commit to". */
		words: words(60),
		/** A verb is found in all its forms, a noun in its plural too; absent: a verb. */
		part: v.optional(v.picklist(['verb', 'noun'])),
		act: v.picklist(['agreement', 'commitment', 'position', 'non-agreement']),
		stance: words(40)
	})
]);

export type LexiconContent = v.InferOutput<typeof lexiconContentSchema>;

/** An entry as it stands in a workspace. */
export interface LexiconEntry {
	id: string;
	content: LexiconContent;
	createdAt: Date;
}
