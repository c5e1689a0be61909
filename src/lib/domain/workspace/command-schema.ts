import * as v from 'valibot';
import { FACT_KINDS, MODALITIES } from '../facts/vocabulary.ts';
import { REJECT_REASONS, RULING_CHOICES, type WorkbenchCommand } from '../workbench.ts';
import { UUID } from '../uuid.ts';
import { plainNote, plainText } from './plain-text.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_000_000_000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** Places of one fact; more would be a text of its own. */
const MOST_SPANS = 20;

/** What a person may set of a fact. */
export const factEditSchema = v.strictObject({
	kind: v.picklist(FACT_KINDS),
	topic: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60)),
	statement: plainText(600),
	gist: v.optional(plainNote(400)),
	modality: v.picklist(MODALITIES),
	polarity: v.picklist(['affirmed', 'negated', 'hedged']),
	holder: v.nullable(plainText(160)),
	value: v.nullable(v.union([plainText(600), v.pipe(v.number(), v.finite())])),
	unit: v.nullable(plainText(60)),
	evidence: v.pipe(v.array(v.strictObject({ start: offset, end: offset })), v.maxLength(MOST_SPANS))
});

/** A command of the workbench as it arrives; unknown fields are refused. */
export const commandSchema: v.GenericSchema<unknown, WorkbenchCommand> = v.variant('do', [
	v.strictObject({ do: v.literal('accept'), id: uuid, seq }),
	v.strictObject({ do: v.literal('edit'), id: uuid, seq, edit: factEditSchema }),
	v.strictObject({
		do: v.literal('reject'),
		id: uuid,
		seq,
		reason: v.picklist(REJECT_REASONS),
		note: plainNote(500)
	}),
	v.strictObject({ do: v.literal('add'), id: uuid, edit: factEditSchema }),
	v.strictObject({ do: v.literal('merge'), id: uuid, seq, into: plainText(200), intoSeq: seq }),
	v.strictObject({ do: v.literal('rule'), id: uuid, seq, choice: v.picklist(RULING_CHOICES) }),
	v.strictObject({ do: v.literal('reopen'), id: uuid, seq }),
	v.strictObject({ do: v.literal('accept-above'), confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
	v.strictObject({ do: v.literal('undo') })
]);
