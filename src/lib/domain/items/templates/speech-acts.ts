/** What somebody does with words, by the verb, and how a question asks for it. */
const ACTS = [
	{
		act: 'deny',
		verbs: /^(?:has |have |had )?(?:denie[sd]|disputes?d?|dismiss\p{L}*|(?:do|does|is|are) not|has no|have no)\b/u,
		asks: (who: string, on: string, source: string) => `What does ${source} say ${who} denied or disclaimed${on}?`
	},
	{
		act: 'refuse',
		verbs:
			/^(?:has |have |had )?(?:refus\p{L}*|reject\p{L}*|declin\p{L}*|ruled out|rules out|resist\p{L}*|stopped short|(?:did|will|would|has|have|had|could|can) (?:not|never|nevertheless not)\b)/u,
		asks: (who: string, on: string, source: string) => `What does ${source} say ${who} refused or ruled out${on}?`
	},
	{
		act: 'promise',
		verbs:
			/^(?:has |have |had |will |would |is to |was to )?(?:promis\p{L}*|pledg\p{L}*|under(?:take|took)\p{L}*|commit\p{L}*|vow\p{L}*|agreed to|agrees to|given its word|offer\p{L}*)\b|^(?:will|would|is to|was to) /u,
		asks: (who: string, on: string, source: string) => `What does ${source} say ${who} undertook or was to do${on}?`
	},
	{
		act: 'demand',
		verbs:
			/^(?:has |have |had )?(?:urg\p{L}*|call(?:s|ed) (?:for|on)|demand\p{L}*|ask(?:s|ed) |press\p{L}*|want\p{L}*|request\p{L}*|insist\p{L}* (?:on|that \S+ must)|seeks?\b|sought|hopes?\b|expects?\b|encourag\p{L}*)/u,
		asks: (who: string, on: string, source: string) => `What does ${source} say ${who} asked for or wanted${on}?`
	},
	{
		act: 'warn',
		verbs: /^(?:has |have |had )?(?:warn\p{L}*|caution\p{L}*)\b/u,
		asks: (who: string, on: string, source: string) => `Which warning by ${who}${on} does ${source} report?`
	},
	{
		act: 'object',
		verbs:
			/^(?:has |have |had )?(?:firmly |strongly )?(?:accus\p{L}*|critici[sz]\p{L}*|complain\p{L}*|denounc\p{L}*|protest\p{L}*|object\p{L}*|oppos\p{L}*|condemn\p{L}*|blam\p{L}*|voiced? (?:\p{L}+ )?concern|raised (?:concerns?|worries))/u,
		asks: (who: string, on: string, source: string) =>
			`Which objection or complaint by ${who}${on} does ${source} report?`
	}
] as const;

const POSITION = {
	act: 'position',
	asks: (who: string, on: string, source: string) => `Which view or stance of ${who}${on} does ${source} report?`
} as const;

/** What a predicate does: it refuses, promises, demands, warns, objects, denies, or else takes a position. */
export const actOf = (predicate: string): { act: string; asks: (who: string, on: string, source: string) => string } =>
	ACTS.find(({ verbs }) => verbs.test(predicate)) ?? POSITION;
