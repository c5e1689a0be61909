import type { Lead } from './lists.ts';
import type { Scope } from './scope.ts';
import type { Hit } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Draft } from './types.ts';

/** A trigger that was read, so that later ones share its subject or lie within its content. */
export interface Frame {
	hit: Hit;
	subject: Subject | null;
	scope: Scope;
	from: number;
	to: number;
	drafts: Draft[];
	emitted: boolean;
	lead: Lead | null;
}
