import { InputError } from '../../../../../nodes/LinkedIn/transport/errors/inputError';

/** The InputError that `act` throws; fails the test if it throws anything else, or nothing. */
export function refusalOf(act: () => unknown): InputError {
	let thrown: unknown;
	try {
		act();
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(InputError);
	return thrown as InputError;
}
