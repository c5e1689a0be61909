import * as v from 'valibot';
import type { Device } from '#lib/domain/offline/device.ts';
import { packSchema, type Pack } from '#lib/domain/offline/pack-schema.ts';
import { basesOf } from '#lib/domain/offline/settle.ts';

/** A device that has just received a pack, over the wire. */
export function deviceWith(sent: Pack): Device {
	const pack = v.parse(packSchema, JSON.parse(JSON.stringify(sent)));
	const { content } = pack;
	if (!content) throw new Error('the pack has no content');
	const items = new Map(content.items.map((one) => [one.item.id, one]));
	return { pack, content, items, bases: new Map(basesOf(pack, undefined).map((one) => [one.itemId, one])), kept: [] };
}
