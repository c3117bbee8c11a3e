import { differences, shapeOf } from './shape';
import type { Recorded } from './record';
import type { Session } from './session';

/**
 * Where the simulator's answers differ from LinkedIn's: the status, a field it never sends, or one of another type.
 * What only the simulator sends is fine, because LinkedIn leaves out what it has no value for.
 *
 * @param session of the simulator, after all points were asked
 * @returns one line per difference; empty if there is none
 */
export function offences(recorded: Recorded[], session: Session): string[] {
	return recorded.flatMap(({ call, status, body }) => {
		const simulated = session.answers.get(call)?.answer;
		if (!simulated) return [`${call}: no point reads it any more`];
		if (simulated.status !== status) return [`${call}: ${simulated.status} in place of ${status}`];
		return differences(shapeOf(body), shapeOf(simulated.body))
			.filter(({ kind }) => kind !== 'missing')
			.map(
				({ kind, path }) => `${call}: ${path} is ${kind === 'unknown' ? 'never sent' : 'of another type'}`,
			);
	});
}
